#include "data/postgres/pg_link.h"

#include "data/postgres/socket_wait.h"

#include <spdlog/spdlog.h>

#include <thread>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kSliceMs = 100;
constexpr int kCancelledMs = 2'000; ///< a cancelled statement is waited for that long

bool isFailed(const PGresult *result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE;
}

} // namespace

PgLink::PgLink(PgHandle handle, const PgLimits &limits, std::shared_ptr<const std::atomic_bool> closing)
    : m_handle(std::move(handle)), m_limits(limits), m_closing(std::move(closing))
{
    PQsetErrorVerbosity(m_handle.get(), PQERRORS_DEFAULT);
    PQsetErrorContextVisibility(m_handle.get(), PQSHOW_CONTEXT_NEVER);
    PQsetNoticeReceiver(m_handle.get(), &PgLink::onNotice, this);
    PQsetnonblocking(m_handle.get(), 1);
    PQenterPipelineMode(m_handle.get());
    m_heard.start();
}

PgLink::~PgLink() = default;

void PgLink::onNotice(void *link, const PGresult *notice)
{
    const QByteArray state = PQresultErrorField(notice, PG_DIAG_SQLSTATE);
    if (!state.isEmpty() && !state.startsWith("00"))
        static_cast<PgLink *>(link)->m_warnings.append(state);
}

bool PgLink::isInTransaction() const
{
    return PQtransactionStatus(m_handle.get()) != PQTRANS_IDLE;
}

void PgLink::lose(const QString &why)
{
    if (m_isLost)
        return;
    m_isLost = true;
    spdlog::warn("the connection is lost: {}", why.toStdString());
    if (m_onLost)
        m_onLost();
    if (PQsocket(m_handle.get()) >= 0)
        shutSocket(PQsocket(m_handle.get()));
}

tl::unexpected<Error> PgLink::lost(const QString &why)
{
    lose(why);
    return failure(ErrorCode::ConnectionLost, why);
}

bool PgLink::send(const PgStep &step)
{
    if (step.prepares())
        return PQsendPrepare(m_handle.get(), step.name.constData(), step.sql.constData(), 0, nullptr) == 1;
    std::vector<const char *> values;
    values.reserve(step.values.size());
    for (const PgValue &value : step.values)
        values.push_back(value ? value->constData() : nullptr);
    if (step.sql.isEmpty())
        return PQsendQueryPrepared(m_handle.get(), step.name.constData(), int(values.size()), values.data(), nullptr, nullptr, 0) == 1;
    return PQsendQueryParams(m_handle.get(), step.sql.constData(), int(values.size()), nullptr, values.data(), nullptr, nullptr, 0) == 1;
}

Status PgLink::flush(const QDeadlineTimer &deadline)
{
    for (;;) {
        const int left = PQflush(m_handle.get());
        if (left == 0)
            return Nothing{};
        if (left < 0)
            return lost(u"nothing can be sent"_s);
        if (deadline.hasExpired())
            return lost(u"nothing is taken"_s);
        // The server may wait for us to read before it reads on.
        if (waitForSocket(PQsocket(m_handle.get()), SocketNeed::Both, kSliceMs) && PQconsumeInput(m_handle.get()) == 0)
            return lost(u"the link broke while sending"_s);
    }
}

Status PgLink::finishSending()
{
    m_asked.start();
    m_isCancelled = false;
    if (PQpipelineSync(m_handle.get()) != 1)
        return lost(u"nothing can be sent"_s);
    return flush(QDeadlineTimer(m_limits.silence));
}

Status PgLink::awaitInput(OnClosing onClosing)
{
    for (;;) {
        if (onClosing == OnClosing::Cancel && m_closing && *m_closing && !m_isCancelled)
            cancel();
        const qint64 silent = qMin(m_heard.elapsed(), m_asked.elapsed());
        const qint64 allowed = m_isCancelled ? kCancelledMs : m_limits.silence;
        if (silent >= allowed)
            return lost(u"no answer in %1 ms"_s.arg(silent));
        if (PQsocket(m_handle.get()) < 0)
            return lost(u"the link broke"_s);
        if (waitForSocket(PQsocket(m_handle.get()), SocketNeed::Reading, int(qMin<qint64>(kSliceMs, allowed - silent))))
            break;
    }
    m_heard.start();
    if (PQconsumeInput(m_handle.get()) == 0)
        return lost(u"the link broke"_s);
    return Nothing{};
}

Result<PgResult> PgLink::nextResult(OnClosing onClosing)
{
    while (PQisBusy(m_handle.get()) == 1) {
        if (const Status came = awaitInput(onClosing); !came)
            return failure(came.error());
    }
    PgResult result(PQgetResult(m_handle.get()));
    if (PQstatus(m_handle.get()) == CONNECTION_BAD)
        return lost(u"the server ended the session"_s);
    return result;
}

Status PgLink::settleHeartbeats()
{
    while (m_heartbeats > 0) {
        auto result = nextResult(OnClosing::Cancel);
        if (!result)
            return failure(result.error());
        if (*result && PQresultStatus(result->get()) == PGRES_PIPELINE_SYNC)
            --m_heartbeats;
    }
    return Nothing{};
}

/// Each step's answer is followed by a null; the whole by PGRES_PIPELINE_SYNC, and only then is it committed.
Result<PgAnswers> PgLink::collect(qsizetype steps, OnClosing onClosing)
{
    PgAnswers answers;
    bool failed = false;
    for (;;) {
        auto result = nextResult(onClosing);
        if (!result)
            return failure(result.error());
        if (!*result)
            continue;
        const ExecStatusType status = PQresultStatus(result->get());
        if (status == PGRES_PIPELINE_SYNC)
            break;
        if (failed || status == PGRES_PIPELINE_ABORTED)
            continue;
        // An error after the last answer is the commit's own.
        failed = isFailed(result->get());
        if (failed && qsizetype(answers.size()) == steps)
            answers.pop_back();
        answers.push_back(std::move(*result));
    }
    if (m_onAnswer)
        m_onAnswer();
    return answers;
}

Result<PgAnswers> PgLink::run(const std::vector<PgStep> &steps, OnClosing onClosing)
{
    if (m_isLost)
        return failure(ErrorCode::ServerUnreachable, u"the connection was lost before"_s);
    for (const PgStep &step : steps) {
        if (!send(step))
            return lost(u"nothing can be sent"_s);
    }
    if (const Status sent = finishSending(); !sent)
        return failure(sent.error());
    if (const Status settled = settleHeartbeats(); !settled)
        return failure(settled.error());
    return collect(qsizetype(steps.size()), onClosing);
}

Status PgLink::startRows(const PgStep &step)
{
    if (m_isLost)
        return failure(ErrorCode::ServerUnreachable, u"the connection was lost before"_s);
    if (const Status settled = settleHeartbeats(); !settled)
        return settled;
    if (!send(step))
        return lost(u"nothing can be sent"_s);
    PQsetSingleRowMode(m_handle.get());
    return finishSending();
}

Result<PgResult> PgLink::nextRow()
{
    PgResult last;
    for (;;) {
        auto result = nextResult(OnClosing::Cancel);
        if (!result)
            return result;
        if (!*result)
            continue;
        const ExecStatusType status = PQresultStatus(result->get());
        if (status == PGRES_SINGLE_TUPLE)
            return result;
        if (status == PGRES_PIPELINE_SYNC)
            return last;
        last = std::move(*result);
    }
}

/// By a connection of its own, which may be as silent as this one: so nobody waits for it.
void PgLink::cancel()
{
    m_isCancelled = true;
    m_asked.start();
    const std::shared_ptr<PGcancel> request(PQgetCancel(m_handle.get()), &PQfreeCancel);
    if (!request)
        return;
    std::thread([request] {
        char why[256];
        PQcancel(request.get(), why, int(sizeof why)); // logs nothing: it may outlive what logs
    }).detach();
}

Result<PgAnswers> PgLink::runScript(const QByteArray &script)
{
    if (m_isLost)
        return failure(ErrorCode::ServerUnreachable, u"the connection was lost before"_s);
    if (const Status settled = settleHeartbeats(); !settled)
        return failure(settled.error());
    if (PQexitPipelineMode(m_handle.get()) != 1 || PQsendQuery(m_handle.get(), script.constData()) != 1)
        return lost(u"nothing can be sent"_s);
    m_asked.start();
    m_isCancelled = false;
    PgAnswers answers;
    if (const Status sent = flush(QDeadlineTimer(m_limits.silence)); !sent)
        return failure(sent.error());
    for (;;) {
        auto result = nextResult(OnClosing::Cancel);
        if (!result)
            return failure(result.error());
        if (!*result)
            break;
        answers.push_back(std::move(*result));
    }
    PQenterPipelineMode(m_handle.get());
    return answers;
}

void PgLink::sendHeartbeat()
{
    if (m_isLost || PQpipelineSync(m_handle.get()) != 1)
        return;
    m_heartbeatSent.start();
    ++m_heartbeats;
    PQflush(m_handle.get());
}

bool PgLink::takeInput()
{
    if (m_isLost)
        return false;
    const bool isOpen = PQstatus(m_handle.get()) == CONNECTION_OK;
    if (isOpen && !waitForSocket(PQsocket(m_handle.get()), SocketNeed::Reading, 0))
        return true;
    if (!isOpen || PQconsumeInput(m_handle.get()) == 0) {
        lose(u"the link broke"_s);
        return false;
    }
    m_heard.start();
    while (m_heartbeats > 0 && PQisBusy(m_handle.get()) == 0) {
        const PgResult result(PQgetResult(m_handle.get()));
        if (result && PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC)
            --m_heartbeats;
    }
    if (PQstatus(m_handle.get()) == CONNECTION_BAD)
        lose(u"the server ended the session"_s);
    return !m_isLost;
}

bool PgLink::takeNotices()
{
    bool any = false;
    while (PGnotify *notice = PQnotifies(m_handle.get())) {
        any |= notice->be_pid != PQbackendPID(m_handle.get());
        PQfreemem(notice);
    }
    return any;
}

} // namespace dealdesk
