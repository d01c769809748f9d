#pragma once

#include "sql/command_fixture.h"
#include "support/postgres/proxy.h"
#include "support/services/services_fixture.h"

namespace dealdesk::test {

/// A database on the program's cluster with the people of CommandFixture, and a bad line to it. What programs note on this machine goes to
/// a folder of this fixture.
class ServerFixture {
public:
    ServerFixture();
    /// Lets requests that are under way end.
    ~ServerFixture();

    /// Whose login, over the bad line.
    [[nodiscard]] DatabaseLocation location(const QString &username);
    /// A program of this person's; ends the test program when the server refuses.
    std::shared_ptr<Workspace> open(const QString &username);
    std::shared_ptr<Session> session(const QString &username);

    CommandFixture database;
    Proxy line;

private:
    QTemporaryDir m_folder;
    QList<std::weak_ptr<Workspace>> m_workspaces;
};

} // namespace dealdesk::test
