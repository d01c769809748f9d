#include "desktop/widgets/chip_delegate.h"

#include "desktop/theme/spacing.h"
#include "desktop/widgets/status_chip.h"

#include <QApplication>
#include <QPainter>

namespace dealdesk {

ChipDelegate::ChipDelegate(int meaningRole, QObject *parent) : QStyledItemDelegate(parent), m_meaningRole(meaningRole) {}

void ChipDelegate::setAlarm(int alarmRole, const QList<int> &columns)
{
    m_alarmRole = alarmRole;
    m_alarmColumns = columns;
}

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant meaning = index.data(m_meaningRole);
    if (!meaning.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    const QRect room = option.rect.adjusted(spacing::kTiny, 0, -spacing::kTiny, 0);
    paintChip(painter, room, text, toneOf(Meaning(meaning.toInt())), option.palette, option.font);
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(m_meaningRole).isValid())
        size = size.expandedTo(chipSize(index.data().toString(), option.font) + QSize(2 * spacing::kSmall, 0));
    return size.expandedTo(QSize(0, spacing::kRowHeight));
}

void ChipDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (m_alarmRole < 0 || !m_alarmColumns.contains(index.column()) || !index.data(m_alarmRole).toBool())
        return;
    option->palette.setColor(QPalette::Text, toneColors(Tone::Negative, option->palette).foreground);
}

} // namespace dealdesk
