#pragma once

#include "data/connection.h"
#include "services/sample/sample_people.h"

#include <QHash>

#include <functional>

namespace dealdesk {

/// Where the sample's people sit: sends commands as each of them, on the database's thread. The first failure stops all the rest.
class SampleDesk {
public:
    /// The connection that somebody acts on; in an embedded database one for everybody. First the administrator's, before there is one.
    using ConnectionOf = std::function<Result<Connection *>(const QString &username)>;

    explicit SampleDesk(ConnectionOf connectionOf);

    /// The result; empty after a failure.
    QJsonObject as(const QString &username, const QString &command, QJsonObject arguments, std::optional<qint64> deal = {},
                   std::optional<qint64> version = {});
    /// The administrator's connection; nothing after a failure.
    [[nodiscard]] Connection *adminConnection();
    /// The newest task of a department or level; 0 after a failure.
    [[nodiscard]] qint64 taskOf(qint64 deal, const QString &departmentOrLevel);
    [[nodiscard]] qint64 versionOf(qint64 deal);

    void know(const QString &username, qint64 id) { m_ids.insert(username, id); }
    [[nodiscard]] qint64 idOf(const QString &username) const { return m_ids.value(username); }
    void fail(const Error &error);
    [[nodiscard]] const std::optional<Error> &failed() const { return m_failure; }

private:
    qint64 number(const QString &sql, const QVariantList &values);

    const ConnectionOf m_connectionOf;
    QHash<QString, qint64> m_ids; ///< of people, by username
    std::optional<Error> m_failure;
};

} // namespace dealdesk
