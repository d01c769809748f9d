#pragma once

#include "desktop/delegation/delegation_form.h"

#include <QDialog>

class QPushButton;
class QTableView;
class QTabWidget;

namespace dealdesk {

class Banner;

/// One's own absences and delegations: a form for a new one, what one gave and what one was given. Stays open until closed.
class OutOfOfficeDialog : public QDialog {
    Q_OBJECT

public:
    /// Window-modal; deletes itself when closed.
    static OutOfOfficeDialog *open(Delegations *delegations, QWidget *parent);

private:
    OutOfOfficeDialog(Delegations *delegations, QWidget *parent);
    QWidget *entrySide();
    QWidget *listSide();
    QTableView *table(const QString &name, const QString &accessibleName, RecordTable<Delegation> *records);
    QCoro::Task<> add();
    QCoro::Task<> endCurrent();
    void countLists();
    void enable();

    Delegations *m_delegations;
    DelegationForm *m_form;
    Banner *m_banner;
    QPushButton *m_add;
    QPushButton *m_end;
    QTabWidget *m_lists;
    QTableView *m_given;
    QTableView *m_received;
    bool m_isSending = false;
    RequestScope m_request;
};

} // namespace dealdesk
