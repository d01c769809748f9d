#pragma once

#include "data/sql_executor.h"
#include "services/command_journal.h"

#include <QCoroTask>

namespace dealdesk {

/// Carries out commands on a server exactly once, whatever the line does: each is journalled before it is sent, and one whose answer was
/// lost is sent again with its id until the server says what became of it.
class CommandSender : public QObject {
    Q_OBJECT

public:
    CommandSender(SqlExecutor &executor, QString journalFolder, QObject *parent = nullptr);

    /// What the server says to it in the end. An answer that only a person can bring about (another password, an update), or the end of
    /// this program, leaves it in the journal: ConnectionLost with {"left": true}. `wasSent`: an earlier attempt with this id is open.
    QCoro::Task<Result<QJsonObject>> send(Command command, bool wasSent = false);

    /// Commands whose outcome is being found out.
    [[nodiscard]] int openCount() const { return m_open; }
    [[nodiscard]] const CommandJournal &journal() const { return *m_journal; }

    static constexpr std::chrono::milliseconds kPause{300};

Q_SIGNALS:
    void openCountChanged();

private:
    void countOpen(int difference);

    SqlExecutor &m_executor;
    std::shared_ptr<const CommandJournal> m_journal;
    int m_open = 0;
};

} // namespace dealdesk
