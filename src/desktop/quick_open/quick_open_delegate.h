#pragma once

#include <QStyledItemDelegate>

namespace dealdesk {

/// Icon, title, and the quieter second text at the right.
class QuickOpenDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace dealdesk
