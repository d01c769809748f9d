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
constexpr int kRounding = 3;  ///< what a word may take more when painted than measured
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

QList<DifferenceDelegate::Piece> DifferenceDelegate::piecesOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
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
    return {before.isEmpty() ? Piece{tr("none"), option.font, toneColors(Tone::Neutral, palette).foreground}
                             : Piece{before, gone, toneColors(Tone::Neutral, palette).foreground},
            Piece{newText(index), fresh, toneColors(toneOf(index), palette).foreground}};
}

QList<QRect> DifferenceDelegate::layOut(const QList<Piece> &pieces, int width)
{
    const auto widthOf = [](const Piece &piece) { return QFontMetrics(piece.font).horizontalAdvance(piece.text) + kRounding; };
    int wanted = spacing::kSmall * int(pieces.size() - 1);
    bool isOneLine = pieces.size() > 1;
    for (const Piece &piece : pieces) {
        wanted += widthOf(piece);
        isOneLine = isOneLine && !piece.text.contains(u'\n');
    }
    const bool besideEachOther = isOneLine && wanted <= width;
    QList<QRect> places;
    QPoint next;
    for (const Piece &piece : pieces) {
        const QFontMetrics metrics(piece.font);
        const int wrapped = metrics.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, piece.text).height();
        const int height = std::clamp(wrapped, metrics.height(), kMostLines * metrics.lineSpacing());
        const int taken = besideEachOther ? widthOf(piece) : width;
        places.append(QRect(next, QSize(taken, height)));
        next += besideEachOther ? QPoint(taken + spacing::kSmall, 0) : QPoint(0, height);
    }
    return places;
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
    const QList<QRect> places = layOut(piecesOf(option, index), widthOf(index));
    return {0, std::max(places.constLast().bottom() + 1 + 2 * kPadding, spacing::kRowHeight)};
}

void DifferenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    if (index.data(Model::HeadingRole).toBool())
        cell.backgroundBrush = option.palette.color(QPalette::AlternateBase);
    else if (index.column() > 0 && index.data(Model::ChangedRole).toBool())
        cell.backgroundBrush = toneColors(toneOf(index), option.palette).background;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    painter->save();
    if (index.data(Model::ScopeRole).toBool())
        painter->fillRect(QRect(option.rect.left(), option.rect.top() + 1, kBar, option.rect.height() - 2), accentColor(option.palette));
    const QRect room = option.rect.adjusted(spacing::kSmall, kPadding, -spacing::kSmall, -kPadding);
    const QList<Piece> pieces = piecesOf(option, index);
    const QList<QRect> places = layOut(pieces, room.width());
    const int above = std::max(0, (room.height() - places.constLast().bottom()) / 2);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        painter->setFont(pieces.at(i).font);
        painter->setPen(cell.state.testFlag(QStyle::State_Selected) ? option.palette.color(QPalette::HighlightedText) : pieces.at(i).color);
        painter->drawText(places.at(i).translated(room.left(), room.top() + above), Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop,
                          pieces.at(i).text);
    }
    painter->restore();
}

} // namespace dealdesk
