#pragma once

#include "data/connection.h"

#include <QDateTime>

namespace dealdesk {

/// Copies of the database file in the folder "<file>-backups": "NAME-YYYYMMDD-HHMM.db" daily, "…-before-1.2.db" before a migration; times
/// in UTC.
class Backups {
public:
    explicit Backups(const DatabaseLocation &location);

    [[nodiscard]] QString folder() const { return m_folder; }
    /// The newest copy of any kind; empty without one.
    [[nodiscard]] QString newest() const;
    /// Whether a daily copy was made on that UTC day.
    [[nodiscard]] bool hasDaily(const QDate &day) const;

    /// Writes a consistent copy (VACUUM INTO) under another name, syncs it to the disk and renames it. Gives its path.
    Result<QString> write(Connection &connection, const QDateTime &now, const QString &beforeVersion = {}) const;
    /// Removes all daily copies but the newest `keep`, and what an interrupted copy left. Copies before a migration stay.
    void prune(int keep = 10) const;

private:
    [[nodiscard]] QStringList dailyNames() const; ///< the newest first

    QString m_folder;
    QString m_name; ///< of the database's file, without ending
};

} // namespace dealdesk
