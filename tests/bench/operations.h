#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace dealdesk::bench {

/// One operation through the services, and the same statements in the sqlite3 shell where there is an equivalent.
struct Measured {
    QString name;
    double milliseconds = 0;
    std::optional<double> shellMilliseconds;
    qint64 rows = 0;
};

struct Measurements {
    QList<Measured> operations;
    qint64 scrollGrowthKiB = 0; ///< resident memory gained by scrolling the Deals model to its end
    qint64 reviewer = 0;        ///< whose inbox was measured: the busiest finance reviewer
};

Result<Measurements> measureOperations(const QString &databasePath);

} // namespace dealdesk::bench
