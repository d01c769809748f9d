#pragma once

#include <QStyledItemDelegate>

namespace dealdesk {

/// Colours growth by its direction, and sets off the expected tier.
class GrowthDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace dealdesk
