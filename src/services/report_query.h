#pragma once

#include "services/csv/csv_line_sql.h"
#include "services/deal_query_builder.h"
#include "services/report_service.h"

namespace dealdesk {

/// What a report or export reads: a view, the columns of its file in their order, and which rows.
struct ReportSource {
    QString view;
    QList<CsvColumnName> columns;
    SqlText where;
    QString order;
    bool isCountCheap = false;
};

ReportSource reportSource(const ReportRequest &request, const Actor &actor, const SqlDialect &dialect);
ReportSource historySource(const HistoryFilter &filter, const Actor &actor, const SqlDialect &dialect);

/// Rows with their values one by one, for the preview.
SqlText previewStatement(const ReportSource &source, int limit);
/// One CSV record for each row.
SqlText csvStatement(const ReportSource &source, const SqlDialect &dialect);
SqlText countStatement(const ReportSource &source);

} // namespace dealdesk
