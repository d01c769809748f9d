#include "presentation/admin/admin_records.h"

#include "presentation/admin/admin_columns.h"
#include "services/error_text.h"

#include <algorithm>

namespace dealdesk {

AdminRecords::AdminRecords(AppContext context, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_people(personColumns([this](const QString &code) { return levelName(code); }), [](const Person &person) { return person.isActive; })
    , m_departments(departmentColumns(), [](const DepartmentRecord &record) { return record.department.isActive; })
    , m_levels(levelColumns(), [](const LevelRecord &) { return true; })
    , m_clients(clientColumns(), [](const ClientRecord &record) { return record.isActive; })
    , m_catalog(catalogColumns(), [](const CatalogItem &item) { return item.isActive; })
    , m_calendars(calendarColumns(), [](const CalendarRecord &) { return true; })
    , m_delegations(m_context.session, m_context.reference)
{
    connect(&m_delegations, &Delegations::failed, this, &AdminRecords::failed);
    connect(m_context.session.get(), &Session::dataChanged, this, [this](const DataChange &change) {
        if (change.concernsReference())
            load();
    });
    connect(m_context.reference.get(), &ReferenceStore::changed, this, &AdminRecords::takePeople);
    takePeople();
}

QString AdminRecords::levelName(const QString &code) const
{
    const auto &levels = reference().policy.levels;
    const auto level = std::find_if(levels.begin(), levels.end(),
                                    [&code](const ApprovalLevel &candidate) { return candidate.code == code; });
    return level == levels.end() ? code : level->displayName;
}

QCoro::Task<> AdminRecords::load()
{
    const auto stop = m_loading.begin();
    const auto session = m_context.session;
    const AdminService service(*session);
    m_delegations.load();
    // Each goes its own way at once; the connection answers them in order.
    const auto departmentsTask = service.departments();
    const auto levelsTask = service.levels();
    const auto clientsTask = service.clients();
    const auto catalogTask = service.catalog();
    const auto calendarsTask = CalendarService(*session).list();
    const auto departments = co_await departmentsTask;
    const auto levels = co_await levelsTask;
    const auto clients = co_await clientsTask;
    const auto catalog = co_await catalogTask;
    const auto calendars = co_await calendarsTask;
    if (stop.stopped())
        co_return;
    if (!departments || !levels || !clients || !catalog || !calendars) {
        const Error error = !departments ? departments.error()
            : !levels                    ? levels.error()
            : !clients                   ? clients.error()
            : !catalog                   ? catalog.error()
                                         : calendars.error();
        if (error.code != ErrorCode::Cancelled)
            Q_EMIT failed(sentenceFor(error));
        co_return;
    }
    m_departments.setRecords(*departments, [](const DepartmentRecord &record) { return record.department.department; });
    m_levels.setRecords(*levels, [](const LevelRecord &record) { return record.level.code; });
    m_clients.setRecords(*clients, [](const ClientRecord &record) { return record.isAgency ? -record.id : record.id; });
    m_catalog.setRecords(*catalog, [](const CatalogItem &item) { return item.id; });
    m_calendars.setRecords(*calendars, [](const CalendarRecord &record) { return record.id; });
    Q_EMIT loaded();
}

void AdminRecords::takePeople()
{
    if (m_context.reference->isReady())
        m_people.setRecords(reference().people, [](const Person &person) { return person.id; });
    Q_EMIT loaded();
}

} // namespace dealdesk
