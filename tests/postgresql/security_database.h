#pragma once

#include "support/postgres/pg_test_database.h"

namespace dealdesk::test {

/// A database with people of every kind and deals in every state, and what the checks of the security model are made of (checks/probe.sql).
class SecurityDatabase {
public:
    SecurityDatabase();

    /// Why it cannot be made on this server; empty: it can. Before PostgreSQL 15 the views have an owner of their own, and the rules are
    /// others.
    static QString obstacle();

    [[nodiscard]] PgTestDatabase &database() { return *m_database; }
    /// As the cluster's superuser.
    [[nodiscard]] Psql &session() { return m_session; }

    /// The files checks/NN_*.sql: pgTAP, each check undone when it is done.
    static QStringList checkFiles();
    /// Runs one and gives what failed: pgTAP's "not ok" lines, or the error that ended it. Nothing is left behind but what a surrounding
    /// transaction holds.
    QStringList failuresOf(const QString &checkFile);

    struct Differences {
        QStringList unexpected;
        QStringList missing;
    };
    /// Between the rights that there are (privileges.sql) and those that are meant (privileges.txt). A person has what dealdesk_user has,
    /// and so has the login keeper, which is a member of it.
    Differences privilegeDifferences();

    /// A file of tests/postgresql.
    static QString text(const QString &file);
    static QStringList namesIn(const QString &folder, const QString &pattern);

private:
    std::unique_ptr<PgTestDatabase> m_database;
    Psql m_session;
};

/// A rule about the catalogue: a query that gives whatever breaks it, and statements that would.
struct LintRule {
    QString name;
    QString query;
    QStringList breakers;
};
QList<LintRule> lintRules();

} // namespace dealdesk::test
