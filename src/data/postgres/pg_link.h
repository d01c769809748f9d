#pragma once

#include "data/postgres/pg_options.h"
#include "data/postgres/pg_values.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <atomic>
#include <functional>

namespace dealdesk {

/// One message of a pipeline.
struct PgStep {
    QByteArray sql;                   ///< to be prepared under `name`, or carried out once without one; empty: `name` is carried out
    QByteArray name;                  ///< of a prepared statement
    std::vector<PgValue> values = {}; ///< not for preparing

    [[nodiscard]] bool prepares() const { return !sql.isEmpty() && !name.isEmpty(); }
};

/// What the server answered to each step, up to the first that failed; a failed one is the last.
using PgAnswers = std::vector<PgResult>;

/// A signed-in session: sends pipelines and waits for their answers, never longer than allowed. Once lost it stays lost.
class PgLink {
public:
    /// Whether what is under way is cancelled when the program closes; commands are not.
    enum class OnClosing { Cancel, Finish };

    PgLink(PgHandle handle, const PgLimits &limits, std::shared_ptr<const std::atomic_bool> closing);
    ~PgLink();
    PgLink(const PgLink &) = delete;
    PgLink &operator=(const PgLink &) = delete;

    /// One round trip. Outside of a transaction the steps are one. ServerUnreachable when the link was lost before, so that nothing was
    /// sent; ConnectionLost when it was lost meanwhile; a step's own failure is in the answers.
    Result<PgAnswers> run(const std::vector<PgStep> &steps, OnClosing onClosing = OnClosing::Cancel);

    /// Begins to read one prepared statement row by row; nothing else is sent before its end.
    Status startRows(const PgStep &step);
    /// The next row, or the last answer (tuples without a row, or an error), after which nothing may be asked any more.
    Result<PgResult> nextRow();
    void cancel();

    /// Several statements of a script in the simple protocol, without values.
    Result<PgAnswers> runScript(const QByteArray &script);

    [[nodiscard]] bool isLost() const { return m_isLost; }
    [[nodiscard]] bool isInTransaction() const;
    [[nodiscard]] PGconn *handle() const { return m_handle.get(); }
    /// Longer or shorter than the role's.
    void setSilenceLimit(int milliseconds) { m_limits.silence = milliseconds; }
    /// SQLSTATEs of the warnings since the last call.
    QList<QByteArray> takeWarnings() { return std::exchange(m_warnings, {}); }

    // for the watch
    [[nodiscard]] qintptr socket() const { return PQsocket(m_handle.get()); }
    /// Asks for a sign of life; takeInput() reads it.
    void sendHeartbeat();
    /// Reads what came by itself, without waiting. False once the link is lost.
    bool takeInput();
    /// Whether notices of other sessions came since the last call.
    bool takeNotices();
    [[nodiscard]] qint64 silentMs() const { return m_heard.elapsed(); }
    /// How long a sign of life is owed; 0 when none is.
    [[nodiscard]] qint64 owedMs() const { return m_heartbeats > 0 ? m_heartbeatSent.elapsed() : 0; }
    /// Gives the link up: from now on nothing is sent.
    void lose(const QString &why);
    void setOnLost(std::function<void()> onLost) { m_onLost = std::move(onLost); }
    /// After each answer: notices may have come along with it.
    void setOnAnswer(std::function<void()> onAnswer) { m_onAnswer = std::move(onAnswer); }

private:
    static void onNotice(void *link, const PGresult *notice);
    bool send(const PgStep &step);
    Status finishSending();
    Status flush(const QDeadlineTimer &deadline);
    Result<PgResult> nextResult(OnClosing onClosing);
    Status awaitInput(OnClosing onClosing);
    Status settleHeartbeats();
    Result<PgAnswers> collect(qsizetype steps, OnClosing onClosing);
    tl::unexpected<Error> lost(const QString &why);

    PgHandle m_handle;
    PgLimits m_limits;
    std::shared_ptr<const std::atomic_bool> m_closing;
    std::function<void()> m_onLost;
    std::function<void()> m_onAnswer;
    QList<QByteArray> m_warnings;
    QElapsedTimer m_heard; ///< since the last byte came
    QElapsedTimer m_asked; ///< since something was sent to which an answer is due
    QElapsedTimer m_heartbeatSent;
    int m_heartbeats = 0; ///< sent, and not answered yet
    bool m_isLost = false;
    bool m_isCancelled = false;
};

} // namespace dealdesk
