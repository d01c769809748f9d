#include "services/import_service.h"

#include "services/error_text.h"
#include "services/import/capture_file.h"
#include "services/import/import_run.h"
#include "services/import/import_tally.h"
#include "services/import/import_text.h"
#include "services/import/prototype_client.h"
#include "services/import/quarantine_file.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr qsizetype kRowsPerTransaction = 25;

void tellOutcome(const PlannedRow &planned, const RowOutcome &outcome, ImportTally &tally)
{
    if (outcome.refusal)
        tally.quarantined(planned.sources, ImportText::tr("The database refused it: %1").arg(sentenceFor(*outcome.refusal)));
    else if (outcome.alreadyThere)
        tally.alreadyThere(planned.sources, ImportText::tr("Imported before."));
    else
        tally.imported(planned.sources);
}

// Findings in the order of the old data's tables, and not of when they were found.
void sortFindings(ImportReport &report)
{
    const auto place = [&report](const ImportFinding &finding) {
        const auto found = std::find_if(report.counts.begin(), report.counts.end(),
                                        [&](const ImportCount &c) { return c.table == finding.table; });
        return found - report.counts.begin();
    };
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [&](const ImportFinding &a, const ImportFinding &b) { return place(a) < place(b); });
}

/// What one import works with. Its connection is its own, so that no screen waits behind it.
struct ImportRun {
    SqlExecutor executor;
    ImportPlan plan;
    std::shared_ptr<ImportProgress> progress;
};

QCoro::Task<Status> writePlan(std::shared_ptr<ImportRun> run, Actor importer)
{
    ImportTally tally(run->plan.report);
    for (qsizetype start = 0; start < run->plan.toImport.size(); start += kRowsPerTransaction) {
        if (run->progress->cancelRequested)
            co_return failure(ErrorCode::Cancelled);
        const QList<PlannedRow> rows = run->plan.toImport.mid(start, kRowsPerTransaction);
        auto job = [rows, importer](Connection &connection) { return sendRows(connection, rows, importer); };
        auto future = run->executor.run(std::move(job));
        const Result<QList<RowOutcome>> outcomes = co_await future;
        if (!outcomes)
            co_return failure(outcomes.error());
        for (qsizetype i = 0; i < rows.size(); ++i)
            tellOutcome(rows.at(i), outcomes->at(i), tally);
        run->progress->done += int(rows.size());
    }
    co_return Nothing{};
}

void pretendToWrite(ImportPlan &plan)
{
    ImportTally tally(plan.report);
    for (const PlannedRow &planned : std::as_const(plan.toImport))
        tally.imported(planned.sources);
}

} // namespace

bool ImportReport::balances() const
{
    return std::all_of(counts.begin(), counts.end(),
                       [](const ImportCount &count) { return count.rowsIn == count.imported + count.quarantined + count.alreadyThere; });
}

ImportService::ImportService(Session &session) : m_session(session) {}

QCoro::Task<Result<QJsonObject>> ImportService::read(QUrl source, std::shared_ptr<ImportProgress> progress) const
{
    if (source.scheme() == "http"_L1 || source.scheme() == "https"_L1) {
        auto reading = readPrototype(source, progress);
        co_return co_await reading;
    }
    const QString path = source.isLocalFile() ? source.toLocalFile() : source.path();
    auto future = QtConcurrent::run(&readCaptureFile, path);
    co_return co_await future;
}

QCoro::Task<Result<ImportReport>> ImportService::run(QJsonObject capture, bool dryRun, std::shared_ptr<ImportProgress> progress) const
{
    const Actor importer = m_session.actor();
    if (!dryRun && importer.role != Role::Admin)
        co_return failure(ErrorCode::Forbidden);
    const std::shared_ptr<ImportRun> run(new ImportRun{SqlExecutor(m_session.workspace().location()), {}, progress});
    auto ask = [references = referencesIn(capture), importer](Connection &connection) {
        return readSurroundings(connection, references, importer);
    };
    auto asking = run->executor.run(std::move(ask));
    const Result<ImportSurroundings> surroundings = co_await asking;
    if (!surroundings)
        co_return failure(surroundings.error());
    auto planning = QtConcurrent::run(&planImport, capture, *surroundings);
    run->plan = co_await planning;
    run->plan.report.dryRun = dryRun;
    progress->done = 0;
    progress->total = int(run->plan.toImport.size());
    if (dryRun) {
        pretendToWrite(run->plan);
    } else {
        auto writing = writePlan(run, importer);
        const Status written = co_await writing;
        if (!written)
            co_return failure(written.error());
    }
    sortFindings(run->plan.report);
    co_return run->plan.report;
}

Status ImportService::writeReport(const ImportReport &report, const QString &filePath)
{
    return writeQuarantine(report, filePath);
}

} // namespace dealdesk
