#include "support/services/services_fixture.h"

#include "services/admin_service.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

std::shared_ptr<Workspace> openWorkspace(const QString &filePath)
{
    auto workspace = awaitValue(Workspace::open({filePath}));
    workspace->setPasswordCost(PasswordCost::minimal());
    return workspace;
}

void require(const Status &status)
{
    if (!status)
        qFatal("error %d: %s", int(status.error().code), qPrintable(status.error().detail));
}

/// Signs in without the cost of a verification.
std::shared_ptr<Session> sessionOf(const std::shared_ptr<Workspace> &workspace, const QString &username)
{
    const AccountService accounts(workspace);
    return std::make_shared<Session>(workspace, awaitValue(accounts.signIn(username, kPassword)).actor);
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

/// A password that an administrator gave must be changed at the first sign-in; here it is changed to itself.
void addPerson(Session &admin, const std::shared_ptr<Workspace> &workspace, const Person &person)
{
    require(await(AdminService(admin).savePerson(person, kPassword)));
    const AccountService accounts(workspace);
    const Actor actor = awaitValue(accounts.signIn(person.username, kPassword)).actor;
    require(await(accounts.changePassword(actor, kPassword, kPassword)));
}

void addPeople(Session &admin, const std::shared_ptr<Workspace> &workspace)
{
    addPerson(admin, workspace, person(u"seller"_s, Role::Seller));
    addPerson(admin, workspace, person(u"seller2"_s, Role::Seller));
    for (const Department department : allOf<Department>()) {
        Person reviewer = person(codeOf(department), Role::DepartmentReviewer);
        reviewer.department = department;
        addPerson(admin, workspace, reviewer);
    }
    for (const QString &level : {u"manager"_s, u"director"_s, u"vp"_s, u"svp"_s}) {
        Person approver = person(level, Role::Approver);
        approver.approvalLevel = level;
        addPerson(admin, workspace, approver);
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

/// Made once per program; closed, so that the file alone is the database.
QString templateFile()
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(u"template.db"_s);
    if (QFile::exists(path))
        return path;
    const auto workspace = openWorkspace(path);
    const NewAccount first{u"admin"_s, u"admin@example.com"_s, u"Admin"_s, u"Example"_s, kPassword};
    require(await(AccountService(workspace).createFirstAdmin(first)));
    const auto admin = sessionOf(workspace, u"admin"_s);
    addPeople(*admin, workspace);
    addClients(*admin);
    QSignalSpy kept(workspace.get(), &Workspace::houseKept);
    if (!workspace->isHouseKept())
        kept.wait();
    return path;
}

} // namespace

ServicesFixture::ServicesFixture()
{
    if (!QFile::copy(templateFile(), location().filePath))
        qFatal("the template could not be copied");
    m_workspace = openWorkspace(location().filePath);
}

ServicesFixture::~ServicesFixture()
{
    const std::weak_ptr<Workspace> workspace = m_workspace;
    m_sessions.clear();
    m_workspace.reset();
    QDeadlineTimer patience(5000);
    while (!workspace.expired() && !patience.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
}

std::shared_ptr<Session> ServicesFixture::session(const QString &username)
{
    auto &session = m_sessions[username];
    if (!session)
        session = sessionOf(m_workspace, username);
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
    const QList<InboxTask> tasks = awaitValue(ApprovalService(*session(username)).inbox(true));
    for (const InboxTask &task : tasks) {
        if (task.deal == deal)
            return task;
    }
    qFatal("nothing of deal %lld in the inbox of %s", static_cast<long long>(deal.value()), qPrintable(username));
}

} // namespace dealdesk::test
