#include "presentation/import/import_model.h"

#include "services/error_text.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr auto kPollInterval = std::chrono::milliseconds(100);
}

ImportModel::ImportModel(std::shared_ptr<Session> session, QObject *parent)
    : QObject(parent), m_session(std::move(session)), m_service(*m_session)
{
    m_poll.setInterval(kPollInterval);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_progress)
            Q_EMIT progressed(m_progress->done, qMax(0, m_progress->total.load()));
    });
}

ImportModel::~ImportModel()
{
    cancel();
}

std::optional<QUrl> ImportModel::sourceFrom(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return std::nullopt;
    if (trimmed.startsWith("http://"_L1) || trimmed.startsWith("https://"_L1)) {
        const QUrl url(trimmed, QUrl::StrictMode);
        return url.isValid() && !url.host().isEmpty() ? std::optional(url) : std::nullopt;
    }
    return QUrl::fromLocalFile(QDir::current().absoluteFilePath(trimmed));
}

void ImportModel::preview(const QUrl &source)
{
    if (isWorking())
        return;
    take({});
    m_progress = std::make_shared<ImportProgress>();
    m_poll.start();
    setStep(Step::Reading);
    readAndCheck(source, m_scope.begin());
}

void ImportModel::importNow()
{
    if (m_step != Step::Preview)
        return;
    m_progress = std::make_shared<ImportProgress>();
    m_poll.start();
    setStep(Step::Importing);
    run(false, m_scope.begin());
}

void ImportModel::cancel()
{
    if (m_progress)
        m_progress->cancelRequested = true;
}

void ImportModel::saveReport(const QString &filePath)
{
    const Status status = ImportService::writeReport(m_report, filePath);
    if (status)
        Q_EMIT reportSaved(filePath);
    else
        Q_EMIT failed(sentenceFor(status.error()));
}

QCoro::Task<> ImportModel::readAndCheck(QUrl source, StopToken token)
{
    const auto task = m_service.read(source, m_progress);
    const auto capture = co_await task;
    if (token.stopped())
        co_return;
    if (!capture) {
        fail(capture.error(), Step::Choose);
        co_return;
    }
    m_capture = *capture;
    m_progress = std::make_shared<ImportProgress>();
    setStep(Step::Checking);
    if (!token.stopped())
        run(true, token);
}

QCoro::Task<> ImportModel::run(bool dryRun, StopToken token)
{
    const auto task = m_service.run(m_capture, dryRun, m_progress);
    const auto report = co_await task;
    if (token.stopped())
        co_return;
    if (!report) {
        fail(report.error(), dryRun ? Step::Choose : Step::Preview);
        co_return;
    }
    m_poll.stop();
    m_progress.reset();
    take(*report);
    setStep(dryRun ? Step::Preview : Step::Done);
}

void ImportModel::take(const ImportReport &report)
{
    m_report = report;
    m_counts.setCounts(report.counts);
    m_findings.setFindings(report.findings);
}

void ImportModel::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

void ImportModel::fail(const Error &error, Step back)
{
    m_poll.stop();
    m_progress.reset();
    setStep(back);
    if (error.code != ErrorCode::Cancelled)
        Q_EMIT failed(sentenceFor(error));
}

} // namespace dealdesk
