#pragma once

#include "presentation/models/keyed_rows.h"
#include "services/connections/profile_store.h"

namespace dealdesk {

/// The connections to choose from: the database on this machine first, which needs no setting up, then those of the store, then the one
/// that the command line or a file dialog named.
class ConnectionList : public KeyedRows<ConnectionProfile> {
    Q_OBJECT

public:
    enum DataRole { IdRole = Qt::UserRole, EnvironmentRole, ServerRole };

    /// `localFile`: of the built-in connection.
    ConnectionList(ProfileStore store, const QString &localFile, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const ProfileStore &store() const { return m_store; }
    [[nodiscard]] std::optional<ConnectionProfile> profile(const QString &id) const;
    /// By id, or by name whatever its case, as the command line has it.
    [[nodiscard]] std::optional<ConnectionProfile> find(const QString &idOrName) const;
    [[nodiscard]] int rowOf(const QString &id) const; ///< -1: not there
    /// A name that no connection has yet: `name`, or with a number.
    [[nodiscard]] QString freeName(const QString &name) const;

    Status save(const ConnectionProfile &profile);
    Status remove(const QString &id);
    /// Puts a connection into the list for this run of the program; a file that is in the list already is not added.
    ConnectionProfile visit(const ConnectionProfile &profile);

    static constexpr QLatin1StringView kLocalId{"local"};
    static constexpr QLatin1StringView kVisitedId{"visited"};

private:
    void reload();

    ProfileStore m_store;
    ConnectionProfile m_local;
    std::optional<ConnectionProfile> m_visited;
};

/// A database file, or the server of a URL, as a connection for ConnectionList::visit(). MalformedInput with {"reason"}.
Result<ConnectionProfile> profileOf(const QString &fileOrUrl);

/// What stands under a connection's name: the file's path, or "database on host, encrypted …".
QString describe(const ConnectionProfile &profile);

/// "TEST DATABASE – nothing here is real"; empty for production.
QString environmentText(Environment environment);

} // namespace dealdesk
