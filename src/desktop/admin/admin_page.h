#pragma once

#include "presentation/admin/admin_records.h"

#include <QWidget>

class QTabWidget;

namespace dealdesk {

class Banner;
class RecordPage;

/// What only administrators see: people, delegations, departments, levels, clients, catalogue, policy and the database itself.
class AdminPage : public QWidget {
    Q_OBJECT

public:
    explicit AdminPage(AppContext context, QWidget *parent = nullptr);

Q_SIGNALS:
    void importRequested();

private:
    void addDatabase(const AppContext &context);
    void addDelegations();
    void askToEnd(int row);
    QCoro::Task<> endDelegation(DelegationId delegation);
    template<typename Form, typename Record>
    void addRecords(const QString &name, const QString &title, RecordTable<Record> *records, const QString &newText);

    AdminRecords m_records;
    RequestScope m_ending;
    Banner *m_banner = nullptr;
    QTabWidget *m_tabs = nullptr;
};

} // namespace dealdesk
