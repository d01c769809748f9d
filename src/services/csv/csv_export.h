#pragma once

#include "data/connection.h"
#include "services/report_query.h"

namespace dealdesk {

/// Writes the rows of a report to a file, on the thread of the export's own connection: constant memory, and through QSaveFile, so that
/// the file that was there stays until the new one is whole. Cancelled, FileNotWritable, DiskFull.
Result<ExportSummary> exportRows(Connection &connection, const ReportSource &source, const ExportOptions &options,
                                 ExportProgress &progress);

} // namespace dealdesk
