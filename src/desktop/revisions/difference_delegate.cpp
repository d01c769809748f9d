#include "desktop/revisions/difference_delegate.h"

#include "desktop/theme/colors.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "presentation/revisions/revision_difference_model.h"

#include <QApplication>
#include <QPainter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

using Model = RevisionDifferenceModel;
using Direction = DifferenceCell::Direction;

constexpr int kPadding = 5;
constexpr int kBar = 3;
constexpr int kMostLines = 5; ///< of a long text; its tooltip has all of it

Tone toneOf(const QModelIndex &index)
{
    switch (Direction(index.data(Model::DirectionRole).toInt())) {
    case Direction::Better: return Tone::Positive;
    case Direction::Worse: return Tone::Negative;
    case Direction::None: break;
    }
    return Tone::Caution;
}

QString newText(const QModelIndex &index)
{
    const QString after = index.data(Model::AfterRole).toString();
    const QString text = DifferenceDelegate::tr("→ %1").arg(after.isEmpty() ? DifferenceDelegate::tr("none") : after);
    switch (Direction(index.data(Model::DirectionRole).toInt())) {
    case Direction::Better: return DifferenceDelegate::tr("%1  better").arg(text);
    case Direction::Worse: return DifferenceDelegate::tr("%1  worse").arg(text);
    case Direction::None: break;
    }
    return text;
}

} // namespace

DifferenceDelegate::DifferenceDelegate(QTableView *table) : QStyledItemDelegate(table), m_table(table) {}

QList<DifferenceDelegate::Line> DifferenceDelegate::linesOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    if (!index.data(Model::ChangedRole).toBool() || index.column() == 0) {
        QFont font = option.font;
        font.setWeight(index.data(Model::HeadingRole).toBool() ? QFont::DemiBold : QFont::Normal);
        return {{index.data().toString(), font, palette.color(QPalette::Text)}};
    }
    QFont gone = option.font;
    gone.setStrikeOut(true);
    QFont fresh = option.font;
    fresh.setWeight(QFont::DemiBold);
    const QString before = index.data(Model::BeforeRole).toString();
    return {before.isEmpty() ? Line{tr("none"), option.font, toneColors(Tone::Neutral, palette).foreground}
                             : Line{before, gone, toneColors(Tone::Neutral, palette).foreground},
            Line{newText(index), fresh, toneColors(toneOf(index), palette).foreground}};
}

int DifferenceDelegate::heightOf(const Line &line, int width) const
{
    const QFontMetrics metrics(line.font);
    const int wrapped = metrics.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, line.text).height();
    return std::clamp(wrapped, metrics.height(), kMostLines * metrics.lineSpacing());
}

int DifferenceDelegate::widthOf(const QModelIndex &index) const
{
    int width = m_table->columnWidth(index.column());
    if (index.data(Model::SpanRole).toBool() && index.column() == 1) {
        for (int column = 2; column < index.model()->columnCount(); ++column)
            width += m_table->columnWidth(column);
    }
    return width - 2 * spacing::kSmall;
}

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(Model::HeadingRole).toBool())
        return {0, spacing::kRowHeight};
    int height = 2 * kPadding;
    const QList<Line> lines = linesOf(option, index);
    for (const Line &line : lines)
        height += heightOf(line, widthOf(index));
    return {0, std::max(height, spacing::kRowHeight)};
}

void DifferenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    if (index.data(Model::HeadingRole).toBool())
        cell.backgroundBrush = option.palette.color(QPalette::AlternateBase);
    else if (index.column() > 0 && index.data(Model::ChangedRole).toBool())
        cell.backgroundBrush = toneColors(toneOf(index), option.palette).background;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    painter->save();
    if (index.data(Model::ScopeRole).toBool())
        painter->fillRect(QRect(option.rect.left(), option.rect.top() + 1, kBar, option.rect.height() - 2), accentColor(option.palette));
    QRect room = option.rect.adjusted(spacing::kSmall, kPadding, -spacing::kSmall, -kPadding);
    const QList<Line> lines = linesOf(option, index);
    if (lines.size() == 1 && heightOf(lines.first(), room.width()) < room.height() && room.height() < 4 * spacing::kRowHeight)
        room.setTop(room.center().y() - heightOf(lines.first(), room.width()) / 2);
    for (const Line &line : lines) {
        const int height = heightOf(line, room.width());
        painter->setFont(line.font);
        painter->setPen(isSelected ? option.palette.color(QPalette::HighlightedText) : line.color);
        painter->drawText(QRect(room.left(), room.top(), room.width(), height), Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, line.text);
        room.setTop(room.top() + height);
    }
    painter->restore();
}

} // namespace dealdesk
