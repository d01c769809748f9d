#pragma once

#include "presentation/admin/record_table.h"
#include "presentation/app_context.h"
#include "presentation/delegation/delegations.h"
#include "services/admin_service.h"
#include "services/calendar_service.h"

namespace dealdesk {

/// Everything that an administrator keeps, as tables; fetched again whenever data changed.
class AdminRecords : public QObject {
    Q_OBJECT

public:
    explicit AdminRecords(AppContext context, QObject *parent = nullptr);

    QCoro::Task<> load();

    [[nodiscard]] RecordTable<Person> *people() { return &m_people; }
    [[nodiscard]] RecordTable<DepartmentRecord> *departments() { return &m_departments; }
    [[nodiscard]] RecordTable<LevelRecord> *levels() { return &m_levels; }
    [[nodiscard]] RecordTable<ClientRecord> *clients() { return &m_clients; }
    [[nodiscard]] RecordTable<CatalogItem> *catalog() { return &m_catalog; }
    [[nodiscard]] RecordTable<CalendarRecord> *calendars() { return &m_calendars; }
    [[nodiscard]] Delegations *delegations() { return &m_delegations; }
    [[nodiscard]] const ReferenceData &reference() const { return *m_context.reference->current(); }
    [[nodiscard]] const std::shared_ptr<Session> &session() const { return m_context.session; }

Q_SIGNALS:
    void loaded();
    void failed(const QString &sentence);

private:
    void takePeople();
    [[nodiscard]] QString levelName(const QString &code) const;

    AppContext m_context;
    RecordTable<Person> m_people;
    RecordTable<DepartmentRecord> m_departments;
    RecordTable<LevelRecord> m_levels;
    RecordTable<ClientRecord> m_clients;
    RecordTable<CatalogItem> m_catalog;
    RecordTable<CalendarRecord> m_calendars;
    Delegations m_delegations;
    RequestScope m_loading;
};

} // namespace dealdesk
