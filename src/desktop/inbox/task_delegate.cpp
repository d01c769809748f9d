#include "desktop/inbox/task_delegate.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "presentation/inbox/inbox_model.h"
#include "presentation/text/format.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kGap = 2; ///< between lines

QLatin1StringView iconNameOf(const InboxTask &task)
{
    switch (task.kind) {
    case InboxTask::Kind::Contract: return "file-text"_L1;
    case InboxTask::Kind::Revision: return "pencil"_L1;
    case InboxTask::Kind::Signature: return "signature"_L1;
    case InboxTask::Kind::Approval: break;
    }
    return task.stage == 1 ? "circle-check"_L1 : "scale"_L1;
}

QString whenOf(const InboxTask &task)
{
    return task.dueAt.isEmpty() ? QString() : formatRelative(task.dueAt, QDateTime::currentDateTime());
}

QString whoOf(const InboxTask &task)
{
    const QString amount = task.routingAmount ? formatMoneyCompact(*task.routingAmount) : QString();
    return amount.isEmpty() ? task.client : TaskDelegate::tr("%1 · %2 USD").arg(task.client, amount);
}

QString titleOf(const InboxTask &task)
{
    const QString title = taskTitle(task);
    return task.onBehalfOfName.isEmpty() ? title : TaskDelegate::tr("%1 for %2").arg(title, task.onBehalfOfName);
}

int headingHeight(const QFontMetrics &metrics)
{
    return metrics.height() + spacing::kMedium;
}

} // namespace

TaskDelegate::TaskDelegate(const InboxModel *model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

bool TaskDelegate::startsGroup(int row) const
{
    return row == 0 || m_model->groupAt(row) != m_model->groupAt(row - 1);
}

QSize TaskDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics small(textFont(TextSize::Caption));
    int height = 2 * spacing::kSmall + 2 * kGap + option.fontMetrics.height() * 2 + small.height();
    if (startsGroup(index.row()))
        height += headingHeight(small);
    return {200, height};
}

void TaskDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    painter->save();
    if (startsGroup(index.row())) {
        const QFont small = textFont(TextSize::Caption);
        const int height = headingHeight(QFontMetrics(small));
        const InboxTask &task = m_model->rowAt(index.row());
        painter->setFont(small);
        painter->setPen(toneColors(task.overdue ? Tone::Negative : Tone::Muted, row.palette).foreground);
        painter->drawText(QRect(row.rect.left() + spacing::kMedium, row.rect.top(), row.rect.width(), height - spacing::kTiny),
                          Qt::AlignLeft | Qt::AlignBottom, m_model->groupAt(index.row()));
        row.rect.setTop(row.rect.top() + height);
    }
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
    paintTask(painter, row, m_model->rowAt(index.row()));
    painter->restore();
}

void TaskDelegate::paintTask(QPainter *painter, const QStyleOptionViewItem &option, const InboxTask &task) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor muted = selected ? text : toneColors(Tone::Muted, option.palette).foreground;
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QRect space = option.rect.adjusted(spacing::kMedium, spacing::kSmall, -spacing::kMedium, -spacing::kSmall);
    const int lineHeight = option.fontMetrics.height();
    const QRect picture(space.left(), space.top() + (lineHeight - spacing::kIconSize) / 2, spacing::kIconSize, spacing::kIconSize);
    icon(iconNameOf(task)).paint(painter, picture, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);

    QRect line(picture.right() + spacing::kSmall, space.top(), space.right() - picture.right() - spacing::kSmall, lineHeight);
    const QColor alarm = selected ? text
                                  : toneColors(task.escalated || task.overdue ? Tone::Negative : Tone::Muted, option.palette).foreground;
    paintLine(painter, line, {titleOf(task), bold, text}, {whenOf(task), option.font, alarm});
    line.translate(0, lineHeight + kGap);
    const QFont small = textFont(TextSize::Caption);
    paintLine(painter, line, {tr("%1  %2").arg(task.reference, task.name), option.font, text},
              {ageOf(task), small, task.escalated ? alarm : muted});
    line.translate(0, lineHeight + kGap);
    line.setHeight(QFontMetrics(small).height());
    paintLine(painter, line, {whoOf(task), small, muted}, {claimOf(task), small, text});
}

/// The right one whole, up to three fifths; the left one in what is left.
void TaskDelegate::paintLine(QPainter *painter, const QRect &line, const Text &left, const Text &right)
{
    int width = line.width();
    if (!right.text.isEmpty()) {
        const QFontMetrics metrics(right.font);
        const QString shown = metrics.elidedText(right.text, Qt::ElideRight, line.width() * 3 / 5);
        painter->setFont(right.font);
        painter->setPen(right.color);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, shown);
        width -= metrics.horizontalAdvance(shown) + spacing::kSmall;
    }
    painter->setFont(left.font);
    painter->setPen(left.color);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(left.font).elidedText(left.text, Qt::ElideRight, width));
}

} // namespace dealdesk
