#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace dealdesk::bench {

/// Milliseconds of one call, the median of `repeats` after one that is not counted.
double medianMilliseconds(int repeats, const std::function<void()> &call);

/// What the sqlite3 shell takes for the statement on that file, in milliseconds: the median of several runs in one warm process.
/// Values are written into the statement as literals. Nothing where the shell is missing or fails.
std::optional<double> shellMilliseconds(const QString &databasePath, const QString &sql, const QVariantList &values);

/// Seconds that `sqlite3 -csv` takes to write the statement's rows to a file.
std::optional<double> shellCsvSeconds(const QString &databasePath, const QString &sql, const QString &outputPath);

/// What a child program reported by "ready ROWS RSS_KIB", and how long after its start.
struct Start {
    double milliseconds = 0;
    qint64 rows = 0;
    qint64 residentKiB = 0;
};
/// The median start of several runs.
std::optional<Start> medianStart(const QString &program, const QStringList &arguments, int repeats);

} // namespace dealdesk::bench
