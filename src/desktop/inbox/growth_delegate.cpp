#include "desktop/inbox/growth_delegate.h"

#include "desktop/theme/colors.h"
#include "presentation/inbox/tier_comparison_model.h"

namespace dealdesk {

void GrowthDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int direction = index.data(TierComparisonModel::DirectionRole).toInt();
    if (direction != 0)
        option->palette.setColor(QPalette::Text, toneColors(direction > 0 ? Tone::Positive : Tone::Negative, option->palette).foreground);
    if (index.data(TierComparisonModel::ExpectedRole).toBool())
        option->font.setWeight(QFont::DemiBold);
}

} // namespace dealdesk
