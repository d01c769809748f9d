#include "support/services/test_workspace.h"

#include "data/rows.h"
#include "services/account_rows.h"
#include "services/account_service.h"

#include <QCoroFuture>
#include <QCoroTask>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

TestWorkspace::TestWorkspace()
{
    auto opened = QCoro::waitFor(Workspace::open({m_folder.filePath(u"deals.dealdesk"_s)}));
    if (!opened) {
        m_problem = opened.error().detail;
        return;
    }
    m_workspace = *opened;
    m_workspace->setPasswordCost(PasswordCost::minimal());
    const AccountService accounts(m_workspace);
    const Status created = QCoro::waitFor(
        accounts.createFirstAdmin({u"ada.admin"_s, u"ada.admin@example.com"_s, u"Ada"_s, u"Admin"_s, QString::fromLatin1(kPassword)}));
    if (!created) {
        m_problem = created.error().detail;
        return;
    }
    m_admin = sessionOf(u"ada.admin"_s);
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
