#include "cli/cli_text.h"
#include "cli/office.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "services/reference_service.h"

#include <QCoroTask>

#include <algorithm>

namespace dealdesk {

namespace {

Result<std::optional<UserId>> ownerOf(Session &session, const QString &username)
{
    if (username.isEmpty())
        return std::optional<UserId>();
    const ReferenceService service(session);
    auto loading = service.load();
    const auto reference = QCoro::waitFor(loading);
    if (!reference)
        return failure(reference.error());
    const QList<Person> &people = (*reference)->people;
    const auto found = std::find_if(people.begin(), people.end(),
                                    [&](const Person &p) { return p.username.compare(username, Qt::CaseInsensitive) == 0; });
    if (found == people.end())
        return failure(ErrorCode::NotFound, username);
    return std::optional(found->id);
}

Result<ExportSummary> runExport(Session &session, const CliOptions &options)
{
    DealFilter filter = options.exporting.filter;
    const auto owner = ownerOf(session, options.exporting.owner);
    if (!owner)
        return failure(owner.error());
    filter.owner = *owner;
    const ReportService service(session);
    const auto progress = std::make_shared<ExportProgress>();
    const Watch watch([progress] { return CliText::tr("%1 rows").arg(progress->rowsWritten); },
                      [progress] { progress->cancelRequested = true; });
    if (options.exporting.report) {
        auto exporting = service.exportCsv({*options.exporting.report, filter}, options.exporting.output, progress);
        return QCoro::waitFor(exporting);
    }
    HistoryFilter history;
    history.dealText = filter.text;
    history.from = filter.createdFrom;
    history.to = filter.createdTo;
    auto exporting = service.exportHistory(history, options.exporting.output, progress);
    return QCoro::waitFor(exporting);
}

} // namespace

int exportReport(const CliOptions &options)
{
    const auto workspace = openDatabase(options, false);
    const auto session = workspace ? sessionFor(*workspace, options.actAs) : Result<std::unique_ptr<Session>>(failure(workspace.error()));
    const auto summary = session ? runExport(**session, options) : Result<ExportSummary>(failure(session.error()));
    if (!summary) {
        printError(summary.error());
        return 1;
    }
    print(CliText::tr("%1 rows written to %2.").arg(summary->rows).arg(options.exporting.output.filePath));
    return 0;
}

} // namespace dealdesk
