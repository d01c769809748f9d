#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace dealdesk::test {

/// What somebody at psql tries, from postgresql/hostile/<file>.sql. An entry is a line and the statements under it:
///     -- 42501: what it tries
///     -- DD403, seller/admin=DD412: what it tries
///     -- none, admin=some: what it tries to see
///     -- accepted: what it does | why it may
/// First comes the SQLSTATE of the first statement that fails, then those of kinds of people who are told something else. "none" and
/// "some" are rows; "accepted" is whatever works. A :name in a statement stands for a value of the test's.
struct HostileStatement {
    QString name;
    QString reason; ///< why it is accepted
    QStringList steps;
    QString expected;
    QHash<QString, QString> otherwise; ///< by kind of person

    static QList<HostileStatement> of(const QString &file);

    /// Who is nobody here is told so by every command, whatever it asks.
    [[nodiscard]] QString expectedFor(const QString &kind, bool isSomebody) const;
    [[nodiscard]] bool concernsEveryTable() const { return steps.join(u' ').contains(QLatin1String(":table")); }
};

/// `sql` with each :name that `values` knows.
QString withValues(const QString &sql, const QHash<QString, QString> &values);

} // namespace dealdesk::test
