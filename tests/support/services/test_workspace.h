#pragma once

#include "services/session.h"

#include <QTemporaryDir>

namespace dealdesk::test {

/// A fresh database on disk with its first administrator, "ada.admin" with the password kPassword, signed in.
class TestWorkspace {
public:
    static constexpr char kPassword[] = "correct horse";

    TestWorkspace();

    /// Whether everything above worked; check it first in a test.
    [[nodiscard]] bool isReady() const { return m_admin != nullptr; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] std::shared_ptr<Workspace> workspace() const { return m_workspace; }
    [[nodiscard]] Session &admin() const { return *m_admin; }
    /// A session of somebody who is in the database.
    [[nodiscard]] std::unique_ptr<Session> sessionOf(const QString &username) const;
    /// The first column of the first row, as the database gives it.
    [[nodiscard]] QVariant value(const QString &sql) const;

private:
    QTemporaryDir m_folder;
    QString m_problem;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<Session> m_admin;
};

} // namespace dealdesk::test
