#include "services/report_service.h"

#include "data/rows.h"
#include "services/csv/csv_export.h"
#include "services/report_query.h"

#include <QCoroFuture>

namespace dealdesk {

namespace {

QStringList valuesOf(const Query &row, qsizetype columns)
{
    QStringList values;
    for (int i = 0; i < columns; ++i)
        values += row.text(i);
    return values;
}

using SourceFor = std::function<ReportSource(const SqlDialect &)>;

QCoro::Task<Result<ExportSummary>> exportSource(DatabaseLocation location, SourceFor sourceFor, ExportOptions options,
                                                std::shared_ptr<ExportProgress> progress)
{
    const auto executor = std::make_shared<SqlExecutor>(location, Connection::Role::Background);
    auto job = [sourceFor, options, progress](Connection &connection) {
        return exportRows(connection, sourceFor(connection.dialect()), options, *progress);
    };
    auto future = executor->run(std::move(job));
    co_return co_await future;
}

} // namespace

ReportService::ReportService(Session &session) : m_session(session) {}

QCoro::Task<Result<ReportTable>> ReportService::preview(ReportRequest request, int limit) const
{
    auto job = [request, limit, actor = m_session.actor()](Connection &connection) -> Result<ReportTable> {
        const ReportSource source = reportSource(request, actor, connection.dialect());
        const SqlText statement = previewStatement(source, limit);
        auto rows = readRows(connection, statement.sql, statement.values,
                             [&](const Query &row) { return valuesOf(row, source.columns.size()); });
        if (!rows)
            return failure(rows.error());
        ReportTable table;
        for (const CsvColumnName &column : source.columns)
            table.columns += column.name;
        table.rows = std::move(*rows);
        return table;
    };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Result<ExportSummary>> ReportService::exportCsv(ReportRequest request, ExportOptions options,
                                                            std::shared_ptr<ExportProgress> progress) const
{
    const auto source = [request, actor = m_session.actor()](const SqlDialect &dialect) { return reportSource(request, actor, dialect); };
    return exportSource(m_session.workspace().location(), source, options, progress);
}

QCoro::Task<Result<ExportSummary>> ReportService::exportHistory(HistoryFilter filter, ExportOptions options,
                                                                std::shared_ptr<ExportProgress> progress) const
{
    const auto source = [filter, actor = m_session.actor()](const SqlDialect &dialect) { return historySource(filter, actor, dialect); };
    return exportSource(m_session.workspace().location(), source, options, progress);
}

} // namespace dealdesk
