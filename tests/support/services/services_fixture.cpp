#include "support/services/services_fixture.h"

#include "services/admin_service.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

void require(const Status &status)
{
    if (!status)
        qFatal("error %d: %s", int(status.error().code), qPrintable(status.error().detail));
}

Person person(const QString &username, Role role)
{
    Person person;
    person.username = username;
    person.email = username + "@example.com"_L1;
    person.firstName = username.left(1).toUpper() + username.mid(1);
    person.lastName = u"Example"_s;
    person.role = role;
    return person;
}

void addPeople(Session &admin)
{
    const AdminService service(admin);
    require(await(service.savePerson(person(u"seller"_s, Role::Seller), kPassword)));
    require(await(service.savePerson(person(u"seller2"_s, Role::Seller), kPassword)));
    for (const Department department : allOf<Department>()) {
        Person reviewer = person(codeOf(department), Role::DepartmentReviewer);
        reviewer.department = department;
        require(await(service.savePerson(reviewer, kPassword)));
    }
    for (const QString &level : {u"manager"_s, u"director"_s, u"vp"_s, u"svp"_s}) {
        Person approver = person(level, Role::Approver);
        approver.approvalLevel = level;
        require(await(service.savePerson(approver, kPassword)));
    }
}

void addClients(Session &admin)
{
    const AdminService service(admin);
    ClientRecord client;
    client.name = u"Northwind Outdoor"_s;
    client.region = Region::West;
    client.history = {Money::fromDollars(400'000), Ratio::fromPercent(34), Money::fromDollars(120'000), Money::fromDollars(16'000),
                      Money::fromDollars(56'000)};
    require(await(service.saveClient(client)));
    client.name = u"Fabrikam Foods"_s;
    client.history = {};
    require(await(service.saveClient(client)));
    client.isAgency = true;
    client.name = u"Tailspin Group"_s;
    client.type = AgencyType::HoldingCompany;
    require(await(service.saveClient(client)));
    client.name = u"Wingtip Media"_s;
    client.type = AgencyType::Independent;
    require(await(service.saveClient(client)));
}

void fill(TestDatabase &database)
{
    addFirstAdmin(database, {u"admin"_s, u"admin@example.com"_s, u"Admin"_s, u"Example"_s, kPassword});
    std::weak_ptr<Workspace> watched;
    {
        const auto workspace = openWorkspace(database.location(u"admin"_s));
        watched = workspace;
        Session admin(workspace, awaitValue(AccountService(workspace).actorNamed(u"admin"_s)));
        addPeople(admin);
        addClients(admin);
    }
    waitForEnd(watched);
    // Nobody has to change the password that the administrator gave.
    require(database.owner().execute(u"UPDATE users SET must_change_password = false"_s, u"passwords"_s));
}

} // namespace

std::shared_ptr<Workspace> openWorkspace(const DatabaseLocation &location)
{
    auto workspace = awaitValue(Workspace::open(location));
    workspace->setPasswordCost(PasswordCost::minimal());
    return workspace;
}

void addFirstAdmin(TestDatabase &database, const NewAccount &first)
{
    if (!isOnPostgresql()) {
        const auto workspace = openWorkspace(database.location());
        require(await(AccountService(workspace).createFirstAdmin(first)));
        QSignalSpy kept(workspace.get(), &Workspace::houseKept);
        if (!workspace->isHouseKept())
            kept.wait();
        return;
    }
    Command command;
    command.name = u"cmd_create_first_admin"_s;
    command.commandId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    command.arguments = {{u"username"_s, first.username},
                         {u"email"_s, first.email},
                         {u"first_name"_s, first.firstName},
                         {u"last_name"_s, first.lastName},
                         {u"password"_s, testVerifier()}};
    if (const auto created = database.owner().command(command); !created)
        qFatal("%s", qPrintable(created.error().detail));
}

void waitForEnd(const std::weak_ptr<Workspace> &workspace)
{
    QDeadlineTimer patience(5000);
    while (!workspace.expired() && !patience.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
}

ServicesFixture::ServicesFixture() : m_database(TestDatabase::copyOf(u"services"_s, fill)) {}

ServicesFixture::~ServicesFixture()
{
    QList<std::weak_ptr<Workspace>> workspaces(m_workspaces.begin(), m_workspaces.end());
    m_sessions.clear();
    m_workspaces.clear();
    for (const auto &workspace : workspaces)
        waitForEnd(workspace);
}

std::shared_ptr<Workspace> ServicesFixture::workspaceOf(const QString &username)
{
    auto &workspace = m_workspaces[isOnPostgresql() ? username : QString()];
    if (!workspace)
        workspace = openWorkspace(location(username));
    return workspace;
}

std::shared_ptr<Session> ServicesFixture::session(const QString &username)
{
    auto &session = m_sessions[username];
    if (!session) {
        const auto workspace = workspaceOf(username);
        session = std::make_shared<Session>(workspace, awaitValue(AccountService(workspace).actorNamed(username)));
    }
    return session;
}

DealDraft ServicesFixture::completeDraft(const QString &name, Money topRevenue)
{
    DealDraft draft;
    draft.name = name;
    draft.email = u"seller@example.com"_s;
    draft.region = Region::West;
    draft.advertiserName = u"Northwind Outdoor"_s;
    draft.businessSummary = u"A year of outdoor and mobile.\nTwo flights."_s;
    draft.growthAmbition = Money::fromDollars(1'200'000);
    draft.termStart = QDate(2027, 1, 1);
    draft.termEnd = QDate(2027, 12, 31);
    const Incentive discount{u"Financial"_s, u"Discounts"_s, u"Volume Discount"_s, Money::fromDollars(8'000), u"On delivery"_s};
    const Tier first{Money::fromCents(topRevenue.cents() / 2), Ratio::fromPercent(35), {discount}};
    const Tier second{topRevenue, Ratio::fromMillionths(320'000), {discount}};
    draft.tiers = {first, second};
    return draft;
}

RoutingPlan ServicesFixture::planFor(const DealDraft &draft)
{
    const auto reference = awaitValue(ReferenceService(admin()).load());
    return planRouting(draft, reference->policy);
}

DealState ServicesFixture::submit(const DealDraft &draft, Session &seller)
{
    const DealService deals(seller);
    const DealState saved = awaitValue(deals.saveDraft({}, {}, DraftType::SubmissionDraft, draft));
    return awaitValue(deals.submit(saved.id, saved.version, draft, planFor(draft)));
}

void ServicesFixture::approveAll(DealId deal)
{
    for (;;) {
        const DealDetail detail = awaitValue(DealService(admin()).detail(deal));
        const auto open = std::find_if(detail.approvals.begin(), detail.approvals.end(),
                                       [](const ApprovalRow &row) { return row.status == ApprovalStatus::Pending; });
        if (open == detail.approvals.end())
            return;
        const QString decider = open->stage == 1 ? QString(codeOf(*open->department)) : open->level;
        Decision decision;
        decision.approval = open->id;
        decision.deal = deal;
        decision.version = detail.version;
        awaitValue(ApprovalService(*session(decider)).decide(decision));
    }
}

InboxTask ServicesFixture::taskOf(const QString &username, DealId deal)
{
    const QList<InboxTask> tasks = awaitValue(ApprovalService(*session(username)).inbox());
    for (const InboxTask &task : tasks) {
        if (task.deal == deal)
            return task;
    }
    qFatal("nothing of deal %lld in the inbox of %s", static_cast<long long>(deal.value()), qPrintable(username));
}

} // namespace dealdesk::test
