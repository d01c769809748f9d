#pragma once

#include "services/approval_service.h"

#include <QStyledItemDelegate>

namespace dealdesk {

class InboxModel;

/// A task in three lines: what and until when, which deal and how long it waits, for whom and who has claimed it;
/// above the first of a group its name.
class TaskDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TaskDelegate(const InboxModel *model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] bool startsGroup(int row) const;
    struct Text {
        QString text;
        QFont font;
        QColor color;
    };
    void paintTask(QPainter *painter, const QStyleOptionViewItem &option, const InboxTask &task) const;
    static void paintLine(QPainter *painter, const QRect &line, const Text &left, const Text &right);

    const InboxModel *m_model;
};

} // namespace dealdesk
