#include "desktop/quick_open/quick_open_delegate.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "presentation/quick_open/quick_open_model.h"

#include <QApplication>
#include <QPainter>

namespace dealdesk {

void QuickOpenDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString title = row.text;
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool selected = row.state.testFlag(QStyle::State_Selected);
    QRect space = row.rect.adjusted(spacing::kMedium, 0, -spacing::kMedium, 0);
    const auto name = index.data(QuickOpenModel::IconNameRole).toString().toLatin1();
    const QRect picture(space.left(), space.center().y() - spacing::kIconSize / 2, spacing::kIconSize, spacing::kIconSize);
    icon(QLatin1StringView(name)).paint(painter, picture, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    space.setLeft(picture.right() + spacing::kSmall);

    const QString subtitle = index.data(QuickOpenModel::SubtitleRole).toString();
    const int subtitleWidth = std::min(row.fontMetrics.horizontalAdvance(subtitle) + 1, space.width() / 2);
    painter->save();
    painter->setFont(row.font);
    const QColor text = row.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    painter->setPen(selected ? text : toneColors(Tone::Muted, row.palette).foreground);
    painter->drawText(space, Qt::AlignRight | Qt::AlignVCenter, row.fontMetrics.elidedText(subtitle, Qt::ElideRight, subtitleWidth));
    space.setRight(space.right() - subtitleWidth - spacing::kMedium);
    painter->setPen(text);
    painter->drawText(space, Qt::AlignLeft | Qt::AlignVCenter, row.fontMetrics.elidedText(title, Qt::ElideRight, space.width()));
    painter->restore();
}

QSize QuickOpenDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), spacing::kRowHeight + spacing::kTiny};
}

} // namespace dealdesk
