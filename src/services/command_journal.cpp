#include "services/command_journal.h"

#include "services/journal_claims.h"
#include "services/journal_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kFormat = 1;
constexpr auto kSecret = "password"_L1;

QJsonValue orNull(const std::optional<qint64> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<qint64> optionalFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QJsonObject toJson(const Command &command)
{
    QJsonObject arguments = command.arguments;
    const QJsonValue secret = arguments.take(kSecret);
    return {{u"format"_s, kFormat},
            {u"id"_s, command.commandId},
            {u"name"_s, command.name},
            {u"actor"_s, command.actorId},
            {u"deal"_s, orNull(command.dealId)},
            {u"version"_s, orNull(command.expectedVersion)},
            {u"arguments"_s, secret.isNull() || secret.isUndefined() ? command.arguments : arguments},
            {u"withheld"_s, secret.isString()},
            {u"sent_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
}

std::optional<OpenCommand> openFrom(const QJsonObject &json)
{
    OpenCommand open;
    open.command.commandId = json.value("id"_L1).toString();
    open.command.name = json.value("name"_L1).toString();
    open.command.actorId = json.value("actor"_L1).toInteger();
    open.command.dealId = optionalFrom(json.value("deal"_L1));
    open.command.expectedVersion = optionalFrom(json.value("version"_L1));
    open.command.arguments = json.value("arguments"_L1).toObject();
    open.isWithheld = json.value("withheld"_L1).toBool();
    open.sentAt = QDateTime::fromString(json.value("sent_at"_L1).toString(), Qt::ISODateWithMs);
    if (json.value("format"_L1).toInt() != kFormat || open.command.commandId.isEmpty() || open.command.name.isEmpty())
        return std::nullopt;
    return open;
}

bool knows(const QList<OpenCommand> &commands, const QString &id)
{
    return std::any_of(commands.cbegin(), commands.cend(), [&](const OpenCommand &open) { return open.command.commandId == id; });
}

/// "<run>-<command>.json"
QString runOf(const QString &fileName)
{
    return fileName.section(u'-', 0, 0);
}

} // namespace

bool OpenCommand::isExpired(const QDateTime &now) const
{
    // A clock that went back since then makes it no younger than it is.
    return !sentAt.isValid() || qAbs(sentAt.secsTo(now)) > kLifetimeSeconds;
}

CommandJournal::CommandJournal(QString folder) : m_folder(std::move(folder)), m_run(QUuid::createUuid().toString(QUuid::Id128)) {}

QString CommandJournal::pathOf(const QString &commandId) const
{
    return u"%1/%2-%3.json"_s.arg(m_folder, m_run, commandId);
}

Status CommandJournal::write(const Command &command) const
{
    QDir().mkpath(m_folder);
    journal_claims::claim(m_folder + u'/' + m_run);
    Status written = journal_files::write(pathOf(command.commandId), toJson(command));
    if (!written)
        written.error().data.insert("unsent"_L1, true);
    return written;
}

void CommandJournal::remove(const QString &commandId) const
{
    QFile::remove(pathOf(commandId));
}

QList<OpenCommand> CommandJournal::leftBy(qint64 actor) const
{
    QList<OpenCommand> left;
    const QStringList names = QDir(m_folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (runOf(name) == m_run || !journal_claims::claim(m_folder + u'/' + runOf(name)))
            continue;
        const QString path = m_folder + u'/' + name;
        const auto content = journal_files::read(path);
        if (!content)
            continue;
        const auto open = openFrom(*content);
        if (!open)
            journal_files::setAside(path);
        else if (open->command.actorId == actor && !knows(left, open->command.commandId))
            left.append(*open);
    }
    std::sort(left.begin(), left.end(), [](const OpenCommand &a, const OpenCommand &b) { return a.sentAt < b.sentAt; });
    return left;
}

void CommandJournal::forget(const OpenCommand &command) const
{
    const QStringList names = QDir(m_folder).entryList({u"*-%1.json"_s.arg(command.command.commandId)}, QDir::Files);
    for (const QString &name : names)
        QFile::remove(m_folder + u'/' + name);
}

QString CommandJournal::folderFor(const DatabaseLocation &location)
{
    const QByteArray digest = QCryptographicHash::hash(location.key().toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/sent/"_L1 + QString::fromLatin1(digest);
}

} // namespace dealdesk
