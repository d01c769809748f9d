#pragma once

#include <QStyledItemDelegate>

namespace dealdesk {

/// Draws a section with the number of what waits there as a badge at the right; over the icon's corner where there is no text.
class SidebarDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Roles { CountRole = Qt::UserRole + 1 };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace dealdesk
