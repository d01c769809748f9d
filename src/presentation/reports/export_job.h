#pragma once

#include "services/report_service.h"

#include <QObject>
#include <QTimer>

namespace dealdesk {

/// One export at a time: starts it, tells how far it is, stops it, says what came of it.
class ExportJob : public QObject {
    Q_OBJECT

public:
    explicit ExportJob(std::shared_ptr<Session> session, QObject *parent = nullptr);
    /// Leaving a page ends its export; the half-written file is never put in place.
    ~ExportJob() override;

    void exportReport(const ReportRequest &request, const ExportOptions &options);
    void exportHistory(const HistoryFilter &filter, const ExportOptions &options);
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_progress != nullptr; }
    /// "deal-desk-pipeline-2026-11-22.csv"
    [[nodiscard]] static QString suggestedFileName(const QString &what);

Q_SIGNALS:
    void started();
    /// `total` is 0 while unknown.
    void progressed(qint64 rows, qint64 total);
    void finished(const QString &filePath, const QString &sentence);
    void cancelled();
    void failed(const QString &sentence);

private:
    void begin(QCoro::Task<Result<ExportSummary>> task, const QString &filePath);
    QCoro::Task<> finish(QCoro::Task<Result<ExportSummary>> task, QString filePath, StopToken token);
    void report();

    std::shared_ptr<Session> m_session;
    ReportService m_reports;
    std::shared_ptr<ExportProgress> m_progress;
    QTimer m_poll;
    RequestScope m_scope;
};

} // namespace dealdesk
