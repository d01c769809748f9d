#pragma once

#include "services/draft_journal.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

namespace dealdesk {

/// Keeps one editor's entry in the local journal up to date, on a thread of its own: at the latest half a second after a change, also
/// while typing goes on.
class JournalWriter : public QObject {
    Q_OBJECT

public:
    static constexpr int kDelayMs = 500;

    /// `entry` is asked when something is written; it must answer as long as the writer lives.
    JournalWriter(std::shared_ptr<DraftJournal> journal, std::function<JournalEntry()> entry, QObject *parent = nullptr);
    /// Writes what is still due.
    ~JournalWriter() override;

    void changed();
    /// Writes at once, and returns when it is on disk: before a command is sent.
    void writeNow();
    /// Everything is in the database: takes the entry out.
    void forget();

Q_SIGNALS:
    void written();
    void failed(const dealdesk::Error &error);

private:
    void startWriting();

    std::shared_ptr<DraftJournal> m_journal;
    std::function<JournalEntry()> m_entry;
    QTimer m_delay;
    QThreadPool m_thread; ///< one thread: writes and removals keep their order
};

} // namespace dealdesk
