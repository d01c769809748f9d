#include "support/services/test_workspace.h"

#include "data/rows.h"
#include "services/account_rows.h"
#include "services/account_service.h"
#include "support/services/services_fixture.h"

#include <QCoroFuture>
#include <QCoroTask>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

TestWorkspace::TestWorkspace()
    : m_database(TestDatabase::copyOf(u"first_admin"_s, [](TestDatabase &database) {
        const QString password = QString::fromLatin1(kPassword);
        addFirstAdmin(database, {u"ada.admin"_s, u"ada.admin@example.com"_s, u"Ada"_s, u"Admin"_s, password});
    }))
{
    auto opened = QCoro::waitFor(Workspace::open(m_database->location(u"ada.admin"_s)));
    if (!opened) {
        m_problem = opened.error().detail;
        return;
    }
    m_workspace = *opened;
    m_workspace->setPasswordCost(PasswordCost::minimal());
    m_admin = sessionOf(u"ada.admin"_s);
}

TestWorkspace::~TestWorkspace()
{
    m_admin.reset();
    const std::weak_ptr<Workspace> workspace = m_workspace;
    m_workspace.reset();
    waitForEnd(workspace);
}

std::unique_ptr<Session> TestWorkspace::sessionOf(const QString &username) const
{
    auto job = [username](Connection &connection) { return readNamed(connection, u"account_by_username"_s, {username}, accountFrom); };
    const auto rows = m_workspace->executor().run(std::move(job)).result();
    return rows && !rows->isEmpty() ? std::make_unique<Session>(m_workspace, rows->first().actor) : nullptr;
}

QVariant TestWorkspace::value(const QString &sql) const
{
    auto job = [sql](Connection &connection) { return readRows(connection, sql, {}, [](const Query &row) { return row.value(0); }); };
    const auto rows = m_workspace->executor().run(std::move(job)).result();
    return rows && !rows->isEmpty() ? rows->first() : QVariant();
}

} // namespace dealdesk::test
