#pragma once

#include "core/result.h"
#include "data/command.h"
#include "data/database_location.h"

#include <QDateTime>
#include <QList>

namespace dealdesk {

/// A command that was sent to a server and whose answer never came.
struct OpenCommand {
    Command command;
    bool isWithheld = false; ///< had a password, which is never written down: cannot be sent again
    QDateTime sentAt;        ///< UTC, this machine's clock

    /// Too old to be carried out without asking, should it not have been.
    [[nodiscard]] bool isExpired(const QDateTime &now = QDateTime::currentDateTimeUtc()) const;
    static constexpr qint64 kLifetimeSeconds = 24 * 60 * 60;
};

/// What this program has sent to a server and not heard back about: on the disk before it is sent, gone after a definite answer. One file
/// per command, in a folder per server and login; a damaged file is set aside. Any thread; one object per open database.
class CommandJournal {
public:
    explicit CommandJournal(QString folder);

    /// DiskFull or FileNotWritable with {"path", "unsent": true}: then nothing may be sent.
    [[nodiscard]] Status write(const Command &command) const;
    void remove(const QString &commandId) const;
    /// What programs that are not running any more have left of this person's commands, the oldest first.
    [[nodiscard]] QList<OpenCommand> leftBy(qint64 actor) const;
    /// After one of leftBy() was settled.
    void forget(const OpenCommand &command) const;

    /// Under the user's application data, named by a digest of the location.
    static QString folderFor(const DatabaseLocation &location);

private:
    [[nodiscard]] QString pathOf(const QString &commandId) const;

    QString m_folder;
    QString m_run; ///< names this object's files, and the lock that says that its program runs
};

} // namespace dealdesk
