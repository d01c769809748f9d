#pragma once

#include "presentation/connections/connection_list.h"
#include "services/connections/profile_validation.h"

#include <QHash>

namespace dealdesk {

/// A connection as it stands in the form: the hosts as typed.
struct ConnectionDraft {
    ConnectionProfile profile;
    QString hosts;

    friend bool operator==(const ConnectionDraft &, const ConnectionDraft &) = default;
};

/// What somebody changes in the list of connections: kept while other connections are looked at, until saved or thrown away.
class ConnectionDrafts : public QObject {
    Q_OBJECT

public:
    explicit ConnectionDrafts(ConnectionList *list, QObject *parent = nullptr);

    [[nodiscard]] ConnectionList *list() const { return m_list; }
    /// What the form shows for a connection: as changed, or as stored.
    [[nodiscard]] ConnectionDraft draft(const QString &id) const;
    void change(const ConnectionDraft &draft);
    [[nodiscard]] bool isChanged(const QString &id) const { return m_changed.contains(id); }
    [[nodiscard]] bool hasChanges() const { return !m_changed.isEmpty(); }
    [[nodiscard]] QList<ProfileProblem> problems(const ConnectionDraft &draft) const;

    /// Saves nothing that has problems: Invalid then. Also as ProfileStore::save().
    Status save(const QString &id);
    void discard();
    Status remove(const QString &id);

    /// Adds one to the store and gives its id.
    Result<QString> addNew();
    Result<QString> duplicate(const QString &id);

Q_SIGNALS:
    void changed();

private:
    ConnectionList *m_list;
    QHash<QString, ConnectionDraft> m_changed;
};

} // namespace dealdesk
