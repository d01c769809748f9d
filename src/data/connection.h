#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace dealdesk {

/// Forward only, prepared at once; logs its own failure with the statement's name, never with values.
class Query {
public:
    /// Binds by position; null QVariants are SQL NULL.
    Query &bind(const QVariant &value);
    Status exec();
    bool next();
    /// What ended the last exec() or next(); an unexpected end of rows is a failure, not an end.
    [[nodiscard]] Status status() const;

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] bool flag(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;

private:
    friend class Connection;
    Query(QSqlQuery query, QString name);
    QSqlQuery m_query;
    QString m_name;
    int m_bound = 0;
    std::optional<Error> m_error;
};

/// One connection, used only on the thread of its SqlExecutor. Statements prepared before are kept and reused.
class Connection {
public:
    /// `name` is for the log; statements are one line each, see docs/database-contract.md.
    Result<Query> prepare(const QString &sql, const QString &name);

    /// Carries out a command of the stored logic as one statement, and gives the JSON that it left in command_log.
    Result<QJsonObject> command(const struct Command &command);
};

/// One user action. Fields as in docs/database-contract.md.
struct Command {
    QString name; ///< "cmd_save_draft"
    QString commandId;
    qint64 actorId = 0;
    std::optional<qint64> dealId;
    std::optional<qint64> expectedVersion;
    QJsonObject arguments;
};

} // namespace dealdesk
