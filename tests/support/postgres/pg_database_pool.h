#pragma once

#include "support/data/test_database.h"
#include "support/postgres/psql.h"

#include <QHash>

namespace dealdesk::test {

/// A database of the program's cluster, and the connections to it. Making one takes far longer than putting its rows back.
struct PooledDatabase {
    QString name;
    QString templateName;
    QHash<QString, std::shared_ptr<Connection>> connections = {};
    bool isSpoilt = false; ///< more than rows was changed
};

/// A database with a template's rows. Logins belong to the whole cluster: those of the templates are there in every database.
std::shared_ptr<PooledDatabase> takeDatabase(const QString &templateName, const TestDatabase::Fill &fill);
/// To be used again. Puts the logins back.
void giveBackDatabase(const std::shared_ptr<PooledDatabase> &database);

/// libpq's connection as the cluster's superuser.
Psql superuserAt(const QString &database);
/// Opens the program's own connection; ends the test program when that fails.
std::unique_ptr<Connection> connectTo(const DatabaseLocation &location);
DatabaseLocation socketLocation(const QString &database, const QString &username);

} // namespace dealdesk::test
