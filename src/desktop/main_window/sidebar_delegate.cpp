#include "desktop/main_window/sidebar_delegate.h"

#include "desktop/theme/colors.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QPainter>

namespace dealdesk {

namespace {

constexpr int kMostShown = 99;

} // namespace

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const int count = index.data(CountRole).toInt();
    if (count <= 0)
        return;
    const bool collapsed = index.data(Qt::DisplayRole).toString().isEmpty();
    const QString text = count > kMostShown ? tr("99+") : QLocale().toString(count);
    const QFont font = textFont(TextSize::Caption);
    const QFontMetrics metrics(font);
    const int height = metrics.height() + 2;
    const int width = std::max(height, metrics.horizontalAdvance(text) + 2 * spacing::kTiny + 2);
    QRect badge(0, 0, width, height);
    badge.moveCenter(option.rect.center());
    badge.moveRight(option.rect.right() - (collapsed ? 1 : spacing::kSmall));
    if (collapsed)
        badge.moveTop(option.rect.top() + 1);
    const ToneColors colors = toneColors(Tone::Accent, option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(colors.border);
    painter->setBrush(colors.background);
    painter->drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0, height / 2.0);
    painter->setPen(colors.foreground);
    painter->setFont(font);
    painter->drawText(badge, Qt::AlignCenter, text);
    painter->restore();
}

} // namespace dealdesk
