#pragma once

#include "services/session.h"
#include "support/data/test_database.h"

#include <QTemporaryDir>

namespace dealdesk::test {

/// A fresh database with its first administrator, "ada.admin" with the password kPassword, signed in; on the database that the test runs
/// for.
class TestWorkspace {
public:
    static constexpr char kPassword[] = "correct horse";

    TestWorkspace();
    ~TestWorkspace();

    /// Whether everything above worked; check it first in a test.
    [[nodiscard]] bool isReady() const { return m_admin != nullptr; }
    [[nodiscard]] QString problem() const { return m_problem; }
    /// In a folder that goes away.
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] std::shared_ptr<Workspace> workspace() const { return m_workspace; }
    [[nodiscard]] Session &admin() const { return *m_admin; }
    /// A session of somebody who is in the database.
    [[nodiscard]] std::unique_ptr<Session> sessionOf(const QString &username) const;
    /// The first column of the first row, as the database gives it.
    [[nodiscard]] QVariant value(const QString &sql) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<TestDatabase> m_database;
    QString m_problem;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<Session> m_admin;
};

} // namespace dealdesk::test
