#pragma once

#include "presentation/inbox/task_card.h"
#include "services/request_scope.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

namespace dealdesk {

/// What somebody did with a task, with all that sending it needs, and giving it back.
struct HeldDecision {
    InboxTask task;
    qint64 version = 0; ///< of the deal, as it was on the screen
    TaskAction action = TaskAction::Approve;
    QString text;
    QStringList fields;             ///< paths meant by a revision request
    std::optional<DealDraft> shown; ///< what was on the card; nothing for one of several
};

/// Decisions that are not sent yet: each waits a while, during which it can be taken back. What is decided together is held, taken back
/// and sent together, one command after another. What is being sent goes on though this object ends.
class HeldDecisions : public QObject {
    Q_OBJECT

public:
    struct Batch {
        int id = 0;
        QList<HeldDecision> decisions; ///< being sent: those without an answer
        QDeadlineTimer until;
        bool isSending = false;

        [[nodiscard]] int secondsLeft() const;
    };

    explicit HeldDecisions(std::shared_ptr<Session> session, QObject *parent = nullptr);

    /// Ten seconds unless the settings of this machine say otherwise; zero sends at once, and then nothing can be taken back unsent.
    void setHoldTime(std::chrono::milliseconds time) { m_holdTime = time; }

    /// The number of the batch.
    int hold(const QList<HeldDecision> &decisions);
    /// False when it is sent already, or being sent.
    bool undo(int batch);
    /// Takes back what was decided last; false when nothing is held.
    bool undoNewest();
    /// Does not wait any longer.
    void sendAll();

    [[nodiscard]] const QList<Batch> &batches() const { return m_batches; } ///< the oldest first
    [[nodiscard]] bool isEmpty() const { return m_batches.isEmpty(); }
    /// Held, or on its way.
    [[nodiscard]] bool contains(const QString &taskKey) const;

Q_SIGNALS:
    void changed();
    void undone(const QList<dealdesk::HeldDecision> &decisions);
    // The database has answered. While this is told the decision is still contained.
    void taken(const dealdesk::HeldDecision &decision);
    void refused(const dealdesk::HeldDecision &decision, const dealdesk::Error &why);

private:
    [[nodiscard]] QList<Batch>::iterator find(int batch);
    void sendWhatIsDue();
    QCoro::Task<> send(Batch batch);
    void note(int batch, const HeldDecision &decision, const Status &status);

    std::shared_ptr<Session> m_session;
    QList<Batch> m_batches;
    std::chrono::milliseconds m_holdTime = std::chrono::seconds(10);
    QTimer m_next;
    int m_lastId = 0;
    RequestScope m_sending;
};

} // namespace dealdesk
