#include "services/draft_journal.h"

#include "domain/draft_json.h"
#include "services/journal_claims.h"
#include "services/journal_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kFormat = 1;

QJsonObject toJson(const JournalEntry &entry)
{
    QJsonObject unreadable;
    for (auto it = entry.unreadable.cbegin(); it != entry.unreadable.cend(); ++it)
        unreadable.insert(it.key().toString(), it.value());
    return {{u"format"_s, kFormat},
            {u"key"_s, entry.key},
            {u"user"_s, entry.user.value()},
            {u"deal"_s, entry.deal ? QJsonValue(entry.deal->value()) : QJsonValue()},
            {u"base_version"_s, entry.baseVersion ? QJsonValue(*entry.baseVersion) : QJsonValue()},
            {u"base_draft"_s, entry.baseDraft ? QJsonValue(toJson(*entry.baseDraft)) : QJsonValue()},
            {u"draft_type"_s, codeOf(entry.draftType)},
            {u"draft"_s, toJson(entry.draft)},
            {u"unreadable"_s, unreadable},
            {u"pending_command"_s, entry.pendingCommandId},
            {u"pending_draft"_s, entry.pendingDraft ? QJsonValue(toJson(*entry.pendingDraft)) : QJsonValue()},
            {u"written_at"_s, entry.writtenAt.toUTC().toString(Qt::ISODateWithMs)}};
}

Result<JournalEntry> entryFrom(const QJsonObject &json)
{
    auto draft = draftFromJson(json.value("draft"_L1).toObject());
    const auto type = fromCode<DraftType>(json.value("draft_type"_L1).toString());
    if (!draft || !type || json.value("format"_L1).toInt() != kFormat || json.value("key"_L1).toString().isEmpty())
        return failure(ErrorCode::MalformedInput);
    JournalEntry entry;
    entry.key = json.value("key"_L1).toString();
    entry.user = UserId(json.value("user"_L1).toInteger());
    if (const QJsonValue deal = json.value("deal"_L1); deal.isDouble())
        entry.deal = DealId(deal.toInteger());
    if (const QJsonValue version = json.value("base_version"_L1); version.isDouble())
        entry.baseVersion = version.toInteger();
    if (const QJsonValue base = json.value("base_draft"_L1); base.isObject()) {
        if (auto baseDraft = draftFromJson(base.toObject()))
            entry.baseDraft = std::move(*baseDraft);
    }
    entry.draftType = *type;
    entry.draft = std::move(*draft);
    const QJsonObject unreadable = json.value("unreadable"_L1).toObject();
    for (auto it = unreadable.constBegin(); it != unreadable.constEnd(); ++it) {
        if (const auto path = FieldPath::fromString(it.key()))
            entry.unreadable.insert(*path, it.value().toString());
    }
    entry.pendingCommandId = json.value("pending_command"_L1).toString();
    if (const QJsonValue pending = json.value("pending_draft"_L1); pending.isObject()) {
        if (auto pendingDraft = draftFromJson(pending.toObject()))
            entry.pendingDraft = std::move(*pendingDraft);
    }
    entry.writtenAt = QDateTime::fromString(json.value("written_at"_L1).toString(), Qt::ISODateWithMs);
    return entry;
}

/// Keys are the editors' own; a file's name must be one whatever they hold.
QString fileNameOf(const QString &key)
{
    return QString::fromLatin1(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(32)) + ".json"_L1;
}

std::optional<JournalEntry> read(const QString &path)
{
    const auto content = journal_files::read(path);
    if (!content)
        return std::nullopt;
    auto entry = entryFrom(*content);
    if (entry)
        return std::move(*entry);
    journal_files::setAside(path);
    return std::nullopt;
}

} // namespace

DraftJournal::DraftJournal(QString folder) : m_folder(std::move(folder)) {}

Status DraftJournal::write(const JournalEntry &entry) const
{
    const QString path = m_folder + u'/' + fileNameOf(entry.key);
    QDir().mkpath(m_folder); // the claim's file is there too
    journal_claims::claim(path);
    return journal_files::write(path, toJson(entry));
}

void DraftJournal::remove(const QString &key) const
{
    const QString path = m_folder + u'/' + fileNameOf(key);
    QFile::remove(path);
    journal_claims::giveUp(path);
}

QList<JournalEntry> DraftJournal::entriesOf(UserId user) const
{
    QList<JournalEntry> entries;
    const QStringList names = QDir(m_folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString path = m_folder + u'/' + name;
        auto entry = read(path);
        if (entry && entry->user == user && journal_claims::claim(path))
            entries.append(std::move(*entry));
    }
    std::sort(entries.begin(), entries.end(), [](const JournalEntry &a, const JournalEntry &b) { return a.writtenAt < b.writtenAt; });
    return entries;
}

QString DraftJournal::folderFor(const QString &databasePath)
{
    const QFileInfo database(databasePath);
    const QString path = database.exists() ? database.canonicalFilePath() : database.absoluteFilePath();
    const QByteArray digest = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/journal/"_L1 + QString::fromLatin1(digest);
}

} // namespace dealdesk
