#pragma once

#include "services/approval_service.h"

#include <QFrame>

class QLabel;

namespace dealdesk {

/// In the card's place while several tasks are selected: which, and what can be done with all of them.
class SeveralView : public QFrame {
    Q_OBJECT

public:
    explicit SeveralView(QWidget *parent = nullptr);

    /// `offers`: whether there is anything that all of them offer.
    void showTasks(const QList<InboxTask> &tasks, bool offers);

private:
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_tasks;
};

} // namespace dealdesk
