#include "bench/postgresql/csv_export_bench.h"

#include "bench/postgresql/screens.h"
#include "bench/resident.h"
#include "services/report_query.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace dealdesk::bench {

void benchCsv(BenchServer &server)
{
    const QString login = u"finance03"_s;
    const QTemporaryDir folder;
    const auto workspace = QCoro::waitFor(Workspace::open(server.location(login)));
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().detail));
    Session session(*workspace, actorOf(server.connectionText(login), login));
    const ReportService reports(session);
    ReportRequest request;
    request.kind = ReportKind::Pipeline;
    const ReportSource source = reportSource(request, session.actor(), kPostgreSql);
    QStringList columns;
    for (const CsvColumnName &column : source.columns)
        columns += column.name;

    QTextStream out(stdout);
    out << u"\n| CSV of all deals, seconds | Deal Desk | psql \\\\copy | ratio |\n|---|---|---|---|\n"_s;
    QList<double> ours;
    QList<double> limit;
    qint64 rows = 0;
    qint64 grown = 0;
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer timer;
        ExportOptions options;
        options.filePath = folder.filePath(u"ours.csv"_s);
        const qint64 before = residentKiB();
        timer.start();
        const auto summary = QCoro::waitFor(reports.exportCsv(request, options, std::make_shared<ExportProgress>()));
        ours.append(double(timer.elapsed()) / 1000);
        rows = summary ? summary->rows : -1;
        grown = std::max(grown, residentKiB() - before);
        QProcess copy;
        timer.start();
        copy.start(u"psql"_s,
                   {u"-Xq"_s, server.connectionText(login), u"-c"_s, u"SET search_path = dealdesk; SET jit = off"_s, u"-c"_s,
                    u"\\copy (SELECT %1 FROM report_pipeline ORDER BY deal_id) TO '%2' WITH (FORMAT csv, HEADER)"_s.arg(
                        columns.join(u", "_s), folder.filePath(u"theirs.csv"_s))});
        copy.waitForFinished(-1);
        limit.append(double(timer.elapsed()) / 1000);
    }
    std::sort(ours.begin(), ours.end());
    std::sort(limit.begin(), limit.end());
    out << u"| %1 rows, %2 MB (copy: %3 MB) | %4 | %5 | %6 |\nMemory grown: %7 MB\n"_s.arg(rows)
               .arg(QFileInfo(folder.filePath(u"ours.csv"_s)).size() / 1'000'000)
               .arg(QFileInfo(folder.filePath(u"theirs.csv"_s)).size() / 1'000'000)
               .arg(ours.at(1), 0, 'f', 2)
               .arg(limit.at(1), 0, 'f', 2)
               .arg(ours.at(1) / limit.at(1), 0, 'f', 2)
               .arg(grown / 1024);
}

} // namespace dealdesk::bench
