#include "data/database_setup.h"

#include "data/sqlite/backup.h"
#include "data/sqlite/integrity.h"
#include "data/sqlite/migrator.h"

namespace dealdesk {

Status setUpDatabase(Connection &connection)
{
    Migrator migrator(connection);
    const Result<Migrator::State> state = migrator.state();
    if (!state)
        return failure(state.error());
    if (state->needsBackup()) {
        const auto copy = Backups(connection.location()).write(connection, QDateTime::currentDateTimeUtc(), state->pending.last().version);
        if (!copy)
            return failure(copy.error());
    }
    return migrator.migrate();
}

Status checkAndBackUp(Connection &connection)
{
    if (const Status sound = checkIntegrity(connection); !sound)
        return sound;
    const Backups backups(connection.location());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (backups.hasDaily(now.date()) || connection.isClosing())
        return Nothing{};
    if (const auto copy = backups.write(connection, now); !copy)
        return failure(copy.error());
    backups.prune();
    return Nothing{};
}

} // namespace dealdesk
