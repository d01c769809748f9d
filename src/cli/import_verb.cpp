#include "cli/cli_text.h"
#include "cli/office.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "services/import_service.h"

#include <QCoroTask>
#include <QDir>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QUrl sourceUrl(const QString &source)
{
    const bool isAddress = source.startsWith("http://"_L1) || source.startsWith("https://"_L1);
    return isAddress ? QUrl(source, QUrl::StrictMode) : QUrl::fromLocalFile(QDir().absoluteFilePath(source));
}

QString sumLine(const QString &table, const QStringList &numbers)
{
    QString line = table.leftJustified(22);
    for (const QString &number : numbers)
        line += number.rightJustified(13);
    return line;
}

void printSums(const ImportReport &report)
{
    print(sumLine(CliText::tr("table"),
                  {CliText::tr("rows in"), CliText::tr("imported"), CliText::tr("quarantined"), CliText::tr("already here")}));
    for (const ImportCount &count : report.counts)
        print(sumLine(count.table,
                      {QString::number(count.rowsIn), QString::number(count.imported), QString::number(count.quarantined),
                       QString::number(count.alreadyThere)}));
}

void printFindings(const ImportReport &report, const CliOptions &options)
{
    int repairs = 0;
    int faults = 0;
    for (const ImportFinding &finding : report.findings) {
        repairs += finding.kind == ImportFinding::Kind::Repaired ? 1 : 0;
        faults += finding.kind == ImportFinding::Kind::Quarantined && !finding.field.isEmpty() ? 1 : 0;
    }
    print(CliText::tr("%n repair(s) made.", nullptr, repairs));
    print(CliText::tr("%n fault(s) that a person has to correct.", nullptr, faults));
    if (!options.import.reportPath.isEmpty())
        print(CliText::tr("All of them are in %1.").arg(options.import.reportPath));
    else if (faults > 0)
        print(CliText::tr("Write them to a file with --report CSV, correct it there, and import that file."));
}

Result<ImportReport> runImport(Session &session, const CliOptions &options)
{
    const ImportService service(session);
    const auto progress = std::make_shared<ImportProgress>();
    const auto state = [progress] {
        return progress->total < 0 ? CliText::tr("reading …") : CliText::tr("%1 of %2").arg(progress->done).arg(progress->total);
    };
    const Watch watch(state, [progress] { progress->cancelRequested = true; });
    auto reading = service.read(sourceUrl(options.import.source), progress);
    const auto capture = QCoro::waitFor(reading);
    if (!capture)
        return failure(capture.error());
    auto running = service.run(*capture, options.import.dryRun, progress);
    return QCoro::waitFor(running);
}

} // namespace

int importData(const CliOptions &options)
{
    const auto workspace = openDatabase(options, false);
    const auto session = workspace ? sessionFor(*workspace, options.actAs) : Result<std::unique_ptr<Session>>(failure(workspace.error()));
    const auto report = session ? runImport(**session, options) : Result<ImportReport>(failure(session.error()));
    if (!report) {
        printError(report.error());
        return 1;
    }
    if (!options.import.reportPath.isEmpty()) {
        if (const Status written = ImportService::writeReport(*report, options.import.reportPath); !written) {
            printError(written.error());
            return 1;
        }
    }
    if (report->dryRun)
        print(CliText::tr("Dry run: nothing was written."));
    printSums(*report);
    printFindings(*report, options);
    return report->balances() ? 0 : 1;
}

} // namespace dealdesk
