#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "domain/deal_draft.h"
#include "domain/field_path.h"

#include <QDateTime>
#include <QHash>
#include <QList>

namespace dealdesk {

/// What somebody typed and has not saved, on this machine only: written within a second, found again after a crash.
struct JournalEntry {
    QString key; ///< one per open editor
    UserId user;
    std::optional<DealId> deal;         ///< nothing: not saved yet
    std::optional<qint64> baseVersion;  ///< of the deal when editing began
    std::optional<DealDraft> baseDraft; ///< what the deal said then
    DraftType draftType = DraftType::SubmissionDraft;
    DealDraft draft;
    QHash<FieldPath, QString> unreadable;  ///< text in fields that could not be read, as typed
    QString pendingCommandId;              ///< a save under way when the program ended, to be repeated with the same id
    std::optional<DealDraft> pendingDraft; ///< what that save sends: typing goes on meanwhile
    QDateTime writtenAt;                   ///< UTC, this machine's clock
};

/// One file per entry, in a folder per database, replaced atomically. A damaged file is set aside, never deleted.
class DraftJournal {
public:
    explicit DraftJournal(QString folder);

    [[nodiscard]] Status write(const JournalEntry &entry) const;
    void remove(const QString &key) const;
    /// Those that no other running program is writing; from now on they are this program's.
    [[nodiscard]] QList<JournalEntry> entriesOf(UserId user) const;

    /// The folder for a database: under the user's application data, named by a digest of the database's path.
    static QString folderFor(const QString &databasePath);

private:
    QString m_folder;
};

} // namespace dealdesk
