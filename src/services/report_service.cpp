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

QCoro::Task<Result<ExportSummary>> exportSource(DatabaseLocation location, ReportSource source, ExportOptions options,
                                                std::shared_ptr<ExportProgress> progress)
{
    const auto executor = std::make_shared<SqlExecutor>(location, Connection::Role::Background);
    auto job = [source, options, progress](Connection &connection) { return exportRows(connection, source, options, *progress); };
    auto future = executor->run(std::move(job));
    co_return co_await future;
}

} // namespace

ReportService::ReportService(Session &session) : m_session(session) {}

QCoro::Task<Result<ReportTable>> ReportService::preview(ReportRequest request, int limit) const
{
    const ReportSource source = reportSource(request, m_session.actor());
    auto job = [source, limit](Connection &connection) -> Result<ReportTable> {
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
    return exportSource(m_session.workspace().location(), reportSource(request, m_session.actor()), options, progress);
}

QCoro::Task<Result<ExportSummary>> ReportService::exportHistory(HistoryFilter filter, ExportOptions options,
                                                                std::shared_ptr<ExportProgress> progress) const
{
    return exportSource(m_session.workspace().location(), historySource(filter, m_session.actor()), options, progress);
}

} // namespace dealdesk
