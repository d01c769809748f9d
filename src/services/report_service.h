#pragma once

#include "services/deal_list.h"
#include "services/history_service.h"
#include "services/request_scope.h"
#include "services/session.h"

#include <atomic>
#include <functional>

namespace dealdesk {

enum class ReportKind { Pipeline, ApprovalsOutstanding, StatusHistory, TierLines };
template<>
struct EnumCodes<ReportKind> {
    static constexpr std::array table = {
        std::pair{ReportKind::Pipeline, "pipeline"}, std::pair{ReportKind::ApprovalsOutstanding, "approvals"},
        std::pair{ReportKind::StatusHistory, "status-history"}, std::pair{ReportKind::TierLines, "tier-lines"}};
};

struct ReportRequest {
    ReportKind kind = ReportKind::Pipeline;
    DealFilter filter; ///< of the deals that the rows belong to
};

struct ReportTable {
    QStringList columns; ///< stable column names
    QList<QStringList> rows;
};

struct ExportOptions {
    QString filePath;
    bool byteOrderMark = false;
};

/// Shared between the export's thread and whoever watches it.
struct ExportProgress {
    std::atomic<qint64> rowsWritten = 0;
    std::atomic<qint64> rowsTotal = -1; ///< -1 while unknown, and for reports that would take long to count
    std::atomic<bool> cancelRequested = false;
};

struct ExportSummary {
    qint64 rows = 0;
    qint64 bytes = 0;
};

/// CSV is RFC 4180, UTF-8, raw values, formula cells defused in text columns only, constant memory, through QSaveFile: whole or not at all.
/// An export works on a connection of its own.
class ReportService {
public:
    explicit ReportService(Session &session);

    QCoro::Task<Result<ReportTable>> preview(ReportRequest request, int limit) const;
    QCoro::Task<Result<ExportSummary>> exportCsv(ReportRequest request, ExportOptions options,
                                                 std::shared_ptr<ExportProgress> progress) const;
    /// The history view's export.
    QCoro::Task<Result<ExportSummary>> exportHistory(HistoryFilter filter, ExportOptions options,
                                                     std::shared_ptr<ExportProgress> progress) const;

private:
    Session &m_session;
};

} // namespace dealdesk
