#pragma once

#include "services/connections/connection_profile.h"

#include <QJsonArray>

namespace dealdesk {

/// The connections of this person on this machine, and those that IT has placed for everybody. A JSON file each:
/// {"version": 1, "connections": [{"id", "name", "kind", …}]}, see docs/connections.md. Never a secret in it.
class ProfileStore {
public:
    /// The person's own file in their folder of settings; IT's in the system's folders of settings, whose names the documentation has.
    ProfileStore();
    /// Files of one's own choice: for tests.
    ProfileStore(QString ownFile, QStringList placedFiles);

    /// What IT placed first. A damaged file gives nothing but its entry in `problems`.
    [[nodiscard]] QList<ConnectionProfile> profiles() const;
    /// MalformedInput or FileUnreadable with {"path"}, for each file that could not be used.
    [[nodiscard]] QList<Error> problems() const;

    /// Adds the profile, or replaces the one of its id. Forbidden for one placed by IT; FileNotWritable; MalformedInput while the file is
    /// damaged, which it stays.
    Status save(const ConnectionProfile &profile) const;
    Status remove(const QString &id) const;

private:
    Status write(QJsonObject content, const QJsonArray &entries) const;

    QString m_ownFile;
    QStringList m_placedFiles;
};

} // namespace dealdesk
