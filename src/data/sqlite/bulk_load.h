#pragma once

#include "data/connection.h"

#include <QHash>

namespace dealdesk {

/// Fills a database that has no deal yet with the script resources/sql/<dialect>/seed/<name>.sql, far faster than by commands: the guards
/// of the tables are put aside and back within the one transaction that does it, so that nobody ever meets a database without them.
/// `values` replace :name in the script. Invalid when there are deals already.
Status bulkLoad(Connection &connection, const QString &name, const QHash<QString, QString> &values);

} // namespace dealdesk
