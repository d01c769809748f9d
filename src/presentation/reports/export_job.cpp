#include "presentation/reports/export_job.h"

#include "services/error_text.h"

#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr auto kPollInterval = std::chrono::milliseconds(100);
}

ExportJob::ExportJob(std::shared_ptr<Session> session, QObject *parent)
    : QObject(parent), m_session(std::move(session)), m_reports(*m_session)
{
    m_poll.setInterval(kPollInterval);
    connect(&m_poll, &QTimer::timeout, this, &ExportJob::report);
}

ExportJob::~ExportJob()
{
    cancel();
}

void ExportJob::exportReport(const ReportRequest &request, const ExportOptions &options)
{
    if (isRunning())
        return;
    m_progress = std::make_shared<ExportProgress>();
    begin(m_reports.exportCsv(request, options, m_progress), options.filePath);
}

void ExportJob::exportHistory(const HistoryFilter &filter, const ExportOptions &options)
{
    if (isRunning())
        return;
    m_progress = std::make_shared<ExportProgress>();
    begin(m_reports.exportHistory(filter, options, m_progress), options.filePath);
}

void ExportJob::cancel()
{
    if (m_progress)
        m_progress->cancelRequested = true;
}

QString ExportJob::suggestedFileName(const QString &what)
{
    return u"deal-desk-%1-%2.csv"_s.arg(what, QDate::currentDate().toString(Qt::ISODate));
}

void ExportJob::begin(QCoro::Task<Result<ExportSummary>> task, const QString &filePath)
{
    m_poll.start();
    Q_EMIT started();
    finish(std::move(task), filePath, m_scope.begin());
}

QCoro::Task<> ExportJob::finish(QCoro::Task<Result<ExportSummary>> task, QString filePath, StopToken token)
{
    const auto summary = co_await task;
    if (token.stopped())
        co_return;
    m_poll.stop();
    m_progress.reset();
    if (summary) {
        const QString sentence = tr("%1 with %n row(s) was written to %2.", nullptr, int(summary->rows));
        Q_EMIT finished(filePath, sentence.arg(QFileInfo(filePath).fileName(), QFileInfo(filePath).absolutePath()));
    } else if (summary.error().code == ErrorCode::Cancelled) {
        Q_EMIT cancelled();
    } else {
        Q_EMIT failed(sentenceFor(summary.error()));
    }
}

void ExportJob::report()
{
    if (m_progress)
        Q_EMIT progressed(m_progress->rowsWritten, qMax<qint64>(0, m_progress->rowsTotal));
}

} // namespace dealdesk
