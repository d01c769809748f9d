#include "presentation/inbox/held_decisions.h"

#include "presentation/inbox/task_commands.h"

#include <algorithm>

namespace dealdesk {

int HeldDecisions::Batch::secondsLeft() const
{
    constexpr qint64 kSecond = 1000;
    return int((until.remainingTime() + kSecond - 1) / kSecond);
}

HeldDecisions::HeldDecisions(std::shared_ptr<Session> session, QObject *parent) : QObject(parent), m_session(std::move(session))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &HeldDecisions::sendWhatIsDue);
}

int HeldDecisions::hold(const QList<HeldDecision> &decisions)
{
    m_batches.append({++m_lastId, decisions, QDeadlineTimer(m_holdTime), false});
    const int id = m_lastId;
    Q_EMIT changed();
    sendWhatIsDue();
    return id;
}

bool HeldDecisions::undo(int batch)
{
    const auto found = find(batch);
    if (found == m_batches.end() || found->isSending)
        return false;
    const QList<HeldDecision> decisions = found->decisions;
    m_batches.erase(found);
    Q_EMIT changed();
    Q_EMIT undone(decisions);
    return true;
}

bool HeldDecisions::undoNewest()
{
    const auto newest = std::find_if(m_batches.crbegin(), m_batches.crend(), [](const Batch &batch) { return !batch.isSending; });
    return newest != m_batches.crend() && undo(newest->id);
}

void HeldDecisions::sendAll()
{
    for (Batch &batch : m_batches)
        batch.until = QDeadlineTimer(0);
    sendWhatIsDue();
}

bool HeldDecisions::contains(const QString &taskKey) const
{
    const auto isIt = [&taskKey](const HeldDecision &decision) { return decision.task.key == taskKey; };
    return std::any_of(m_batches.cbegin(), m_batches.cend(),
                       [&isIt](const Batch &batch) { return std::any_of(batch.decisions.cbegin(), batch.decisions.cend(), isIt); });
}

QList<HeldDecisions::Batch>::iterator HeldDecisions::find(int batch)
{
    return std::find_if(m_batches.begin(), m_batches.end(), [batch](const Batch &candidate) { return candidate.id == batch; });
}

void HeldDecisions::sendWhatIsDue()
{
    QList<Batch> due;
    auto next = QDeadlineTimer(QDeadlineTimer::Forever);
    for (Batch &batch : m_batches) {
        if (batch.isSending)
            continue;
        if (batch.until.hasExpired()) {
            batch.isSending = true;
            due.append(batch);
        } else {
            next = std::min(next, batch.until);
        }
    }
    if (!next.isForever())
        m_next.start(std::chrono::milliseconds(next.remainingTime() + 1));
    if (due.isEmpty())
        return;
    Q_EMIT changed();
    for (const Batch &batch : due)
        send(batch);
}

QCoro::Task<> HeldDecisions::send(Batch batch)
{
    const auto stop = m_sending.current();
    const auto session = m_session;
    for (const HeldDecision &decision : batch.decisions) {
        const auto command = carryOut(session, decision.task, decision.version, decision.action, decision.text, decision.fields);
        const auto status = co_await command;
        if (!stop.stopped())
            note(batch.id, decision, status);
    }
}

void HeldDecisions::note(int batch, const HeldDecision &decision, const Status &status)
{
    if (status)
        Q_EMIT taken(decision);
    else
        Q_EMIT refused(decision, status.error());
    const auto found = find(batch);
    if (found == m_batches.end())
        return;
    found->decisions.removeIf([&decision](const HeldDecision &other) { return other.task.key == decision.task.key; });
    if (found->decisions.isEmpty())
        m_batches.erase(found);
    Q_EMIT changed();
}

} // namespace dealdesk
