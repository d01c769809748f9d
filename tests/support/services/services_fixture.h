#pragma once

#include "services/account_service.h"
#include "services/approval_service.h"
#include "services/deal_service.h"
#include "services/reference_service.h"
#include "support/data/test_database.h"

#include <QCoroTask>

namespace dealdesk::test {

/// Everybody's password in the fixture.
inline const QString kPassword = QStringLiteral("correct horse");

/// Runs the event loop until a task has its answer.
template<typename T>
T await(QCoro::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

/// The value of a task that must succeed; ends the test program with the error otherwise.
template<typename T>
T awaitValue(QCoro::Task<Result<T>> task)
{
    Result<T> result = await(std::move(task));
    if (!result)
        qFatal("error %d: %s", int(result.error().code), qPrintable(result.error().detail));
    return std::move(*result);
}

/// A workspace on a test's database, as somebody where that is a server.
std::shared_ptr<Workspace> openWorkspace(const DatabaseLocation &location);
/// The first administrator of a template.
void addFirstAdmin(TestDatabase &database, const NewAccount &first);
/// Lets requests that are under way end: they hold the database open.
void waitForEnd(const std::weak_ptr<Workspace> &workspace);

/// A fresh database with a person of each kind, two advertisers and two agencies, and a session for each person; on the database that the
/// test runs for. It is copied from one that is made once per program. On a server each person has a workspace of their own.
class ServicesFixture {
public:
    ServicesFixture();
    ~ServicesFixture();

    [[nodiscard]] TestDatabase &database() { return *m_database; }
    /// The file; on a server the database, as somebody.
    [[nodiscard]] DatabaseLocation location(const QString &username = QStringLiteral("admin")) const
    {
        return m_database->location(username);
    }
    /// Everybody's; on a server the administrator's.
    [[nodiscard]] std::shared_ptr<Workspace> workspace() { return workspaceOf(QStringLiteral("admin")); }
    [[nodiscard]] std::shared_ptr<Workspace> workspaceOf(const QString &username);

    /// User names: seller, seller2, admin, manager, director, vp, svp, and a reviewer for each department: finance, trading, legal, ….
    [[nodiscard]] std::shared_ptr<Session> session(const QString &username);
    [[nodiscard]] Session &seller() { return *session(QStringLiteral("seller")); }
    [[nodiscard]] Session &otherSeller() { return *session(QStringLiteral("seller2")); }
    [[nodiscard]] Session &admin() { return *session(QStringLiteral("admin")); }
    [[nodiscard]] Session &reviewer(Department department) { return *session(codeOf(department)); }

    /// Complete for a submission: client_direct "Northwind Outdoor", two tiers up to `topRevenue`, a Financial incentive on each.
    static DealDraft completeDraft(const QString &name = QStringLiteral("Spring campaign"), Money topRevenue = Money::fromDollars(480'000));
    /// As the router plans it now.
    RoutingPlan planFor(const DealDraft &draft);

    /// Saves and submits as a seller.
    DealState submit(const DealDraft &draft, Session &seller);
    DealState submit(const DealDraft &draft = completeDraft()) { return submit(draft, seller()); }
    /// Decides every open approval of the deal until there is none: departments, then the level.
    void approveAll(DealId deal);
    /// The open task of a deal in somebody's inbox, also of lower levels; ends the test program without one.
    InboxTask taskOf(const QString &username, DealId deal);

private:
    std::unique_ptr<TestDatabase> m_database;
    QHash<QString, std::shared_ptr<Workspace>> m_workspaces; ///< by login; all under "" in an embedded database
    QHash<QString, std::shared_ptr<Session>> m_sessions;
};

} // namespace dealdesk::test
