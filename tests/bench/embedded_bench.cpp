#include "bench/embedded_bench.h"

#include "bench/measure.h"
#include "bench/operations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QProcess>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace dealdesk::bench {

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QString sibling(const QString &program)
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(program);
}

/// Seeded once and kept beside the programs: 150,000 deals take a while.
QString databaseWith(int deals)
{
    const QString path = sibling(u"../bench-data/deals-%1.db"_s.arg(deals));
    if (QFileInfo::exists(path))
        return path;
    QDir().mkpath(QFileInfo(path).path());
    out() << "Seeding " << deals << " deals …\n" << Qt::flush;
    const QString partial = path + ".partial"_L1;
    QFile::remove(partial);
    if (QProcess::execute(sibling(u"dealdeskctl"_s), {u"seed"_s, u"--database"_s, partial, u"--scale"_s, QString::number(deals)}) != 0)
        return {};
    return QFile::rename(partial, path) ? path : QString();
}

QString cell(std::optional<double> value, int decimals = 2)
{
    return value ? QString::number(*value, 'f', decimals) : u"–"_s;
}

void printRow(const QString &name, const QStringList &cells)
{
    QString line = name.leftJustified(34);
    for (const QString &text : cells)
        line += text.rightJustified(14);
    out() << line << '\n' << Qt::flush;
}

void printOperations(const QList<Measured> &measured)
{
    printRow(u"operation"_s, {u"ms"_s, u"sqlite3 ms"_s, u"ratio"_s, u"rows"_s, u"µs/row"_s});
    for (const Measured &operation : measured) {
        constexpr double kShellClock = 0.2; // below, the shell's whole milliseconds say nothing
        const auto ratio = operation.shellMilliseconds.value_or(0) >= kShellClock
            ? std::optional(operation.milliseconds / *operation.shellMilliseconds)
            : std::nullopt;
        printRow(operation.name,
                 {cell(operation.milliseconds), cell(operation.shellMilliseconds), cell(ratio), QString::number(operation.rows),
                  cell(operation.rows > 0 ? std::optional(operation.milliseconds * 1000 / double(operation.rows)) : std::nullopt)});
    }
}

bool printStarts(const QString &database, qint64 user)
{
    constexpr int kRepeats = 5;
    const QStringList arguments{database, QString::number(user)};
    const auto bare = medianStart(sibling(u"limit_bare_window"_s), arguments, kRepeats);
    const auto full = medianStart(sibling(u"start_dealdesk_window"_s), arguments, kRepeats);
    if (!bare || !full)
        return false;
    printRow(u"start to inbox"_s, {u"ms"_s, u"ratio"_s, u"RSS MB"_s, u"ratio"_s, u"rows"_s});
    const auto row = [&bare](const QString &name, const Start &start) {
        printRow(name,
                 {cell(start.milliseconds, 0), cell(start.milliseconds / bare->milliseconds), cell(double(start.residentKiB) / 1024, 1),
                  cell(double(start.residentKiB) / double(bare->residentKiB)), QString::number(start.rows)});
    };
    row(u"  bare Qt main window"_s, *bare);
    row(u"  Deal Desk"_s, *full);
    return true;
}

void printGrowth(const QList<Measured> &small, const QList<Measured> &large)
{
    out() << "\nTen years against one, per row shown (goal: at most 1.10)\n";
    for (const Measured &operation : large) {
        for (const Measured &before : small) {
            if (before.name == operation.name && before.rows > 0 && operation.rows > 0) {
                printRow(operation.name,
                         {cell((operation.milliseconds / double(operation.rows)) / (before.milliseconds / double(before.rows)))});
            }
        }
    }
}

} // namespace

bool runEmbeddedBench(const QList<int> &scales)
{
    bool complete = true;
    QList<QList<Measured>> all;
    for (const int deals : scales) {
        const QString database = databaseWith(deals);
        if (database.isEmpty())
            return false;
        out() << "\n" << deals << " deals, " << QFileInfo(database).size() / (1024 * 1024) << " MB\n";
        const auto result = measureOperations(database);
        if (!result) {
            out() << "Not measured: " << result.error().detail << '\n';
            return false;
        }
        printOperations(result->operations);
        out() << "memory grown while scrolling through all deals: " << result->scrollGrowthKiB / 1024 << " MB\n";
        complete = printStarts(database, result->reviewer) && complete;
        all.append(result->operations);
    }
    if (all.size() > 1)
        printGrowth(all.first(), all.last());
    return complete;
}

} // namespace dealdesk::bench
