#pragma once

#include "services/approval_service.h"

#include <QStyledItemDelegate>

namespace dealdesk {

class InboxModel;

/// A task in three lines: what and until when, which deal, for whom; above the first of a group its name.
class TaskDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TaskDelegate(const InboxModel *model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] bool startsGroup(int row) const;
    void paintTask(QPainter *painter, const QStyleOptionViewItem &option, const InboxTask &task) const;

    const InboxModel *m_model;
};

} // namespace dealdesk
