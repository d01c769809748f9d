#include "server_fixture.h"

#include "support/postgres/pg_cluster.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

CommandFixture onServer()
{
    qputenv("DEALDESK_TEST_DATABASE", "postgresql");
    return CommandFixture();
}

} // namespace

ServerFixture::ServerFixture() : database(onServer()), line(PgCluster::shared())
{
    qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
    // the scripts are loaded without the migrator, which would note this
    const Status noted = database.connection().execute(
        u"INSERT INTO schema_version (step, version, name, applied_by) SELECT 1, '1.0', 'test', 'test' WHERE NOT EXISTS (SELECT FROM schema_version)"_s,
        u"version"_s);
    if (!noted)
        qFatal("%s", qPrintable(noted.error().detail));
}

ServerFixture::~ServerFixture()
{
    QDeadlineTimer patience(5000);
    for (const auto &workspace : std::as_const(m_workspaces)) {
        while (!workspace.expired() && !patience.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
}

DatabaseLocation ServerFixture::location(const QString &username)
{
    auto server = std::make_shared<ServerLocation>(*database.database().location(username).server);
    server->hosts = {{u"127.0.0.1"_s, line.port()}};
    return {{}, server};
}

std::shared_ptr<Workspace> ServerFixture::open(const QString &username)
{
    auto workspace = awaitValue(Workspace::open(location(username)));
    m_workspaces.append(workspace);
    return workspace;
}

std::shared_ptr<Session> ServerFixture::session(const QString &username)
{
    const auto workspace = open(username);
    return std::make_shared<Session>(workspace, AccountService(workspace).signedIn().value().actor);
}

} // namespace dealdesk::test
