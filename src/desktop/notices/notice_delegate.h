#pragma once

#include <QStyledItemDelegate>

namespace dealdesk {

/// A notice in two lines: what happened and when, below it the deal and what was said. What is not read is bold.
class NoticeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace dealdesk
