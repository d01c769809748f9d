#include "services/connections/profile_store.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr auto kFileName = "connections.json"_L1;
constexpr int kFormat = 1;

QString ownFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u'/' + kFileName;
}

QStringList placedFiles()
{
    QStringList files = QStandardPaths::locateAll(QStandardPaths::AppConfigLocation, kFileName);
    files.removeAll(ownFile());
    return files;
}

/// The whole object, so that what a newer Deal Desk wrote beside the connections stays.
Result<QJsonObject> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, path, {{u"path"_s, path}});
    const QByteArray text = file.readAll();
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject() || !document["connections"_L1].isArray())
        return failure(ErrorCode::MalformedInput, path, {{u"path"_s, path}});
    return document.object();
}

QList<ConnectionProfile> profilesIn(const QJsonObject &content, bool isReadOnly)
{
    QList<ConnectionProfile> profiles;
    for (const QJsonValue &value : content.value("connections"_L1).toArray()) {
        if (auto profile = profileFromJson(value.toObject())) {
            profile->isReadOnly = isReadOnly;
            profiles += *profile;
        }
    }
    return profiles;
}

bool hasId(const QList<ConnectionProfile> &profiles, const QString &id)
{
    return std::any_of(profiles.begin(), profiles.end(), [&id](const ConnectionProfile &profile) { return profile.id == id; });
}

} // namespace

ProfileStore::ProfileStore() : ProfileStore(ownFile(), placedFiles()) {}

ProfileStore::ProfileStore(QString ownFile, QStringList placedFiles) : m_ownFile(std::move(ownFile)), m_placedFiles(std::move(placedFiles))
{
}

QList<ConnectionProfile> ProfileStore::profiles() const
{
    QList<ConnectionProfile> all;
    const auto add = [&all](const QString &path, bool isReadOnly) {
        const auto content = contentOf(path);
        for (const ConnectionProfile &profile : profilesIn(content.value_or(QJsonObject()), isReadOnly)) {
            if (!hasId(all, profile.id))
                all += profile;
        }
    };
    for (const QString &path : m_placedFiles)
        add(path, true);
    add(m_ownFile, false);
    return all;
}

QList<Error> ProfileStore::problems() const
{
    QList<Error> problems;
    for (const QString &path : m_placedFiles + QStringList{m_ownFile}) {
        if (const auto content = contentOf(path); !content)
            problems += content.error();
    }
    return problems;
}

Status ProfileStore::save(const ConnectionProfile &profile) const
{
    const auto content = contentOf(m_ownFile);
    if (!content)
        return failure(content.error());
    for (const QString &path : m_placedFiles) {
        if (hasId(profilesIn(contentOf(path).value_or(QJsonObject()), true), profile.id))
            return failure(ErrorCode::Forbidden, path);
    }
    QJsonArray entries = content->value("connections"_L1).toArray();
    const auto same = std::find_if(entries.begin(), entries.end(),
                                   [&profile](const QJsonValue &value) { return value["id"_L1].toString() == profile.id; });
    if (same == entries.end())
        entries.append(toJson(profile));
    else
        *same = toJson(profile);
    return write(*content, entries);
}

Status ProfileStore::remove(const QString &id) const
{
    const auto content = contentOf(m_ownFile);
    if (!content)
        return failure(content.error());
    QJsonArray kept;
    for (const QJsonValue &value : content->value("connections"_L1).toArray()) {
        if (value["id"_L1].toString() != id)
            kept.append(value);
    }
    return write(*content, kept);
}

/// The entries as JSON, so that one which this program cannot read is kept too.
Status ProfileStore::write(QJsonObject content, const QJsonArray &entries) const
{
    content.insert("version"_L1, content.value("version"_L1).toInt(kFormat));
    content.insert("connections"_L1, entries);
    QDir().mkpath(QFileInfo(m_ownFile).absolutePath());
    QSaveFile file(m_ownFile);
    const QByteArray text = QJsonDocument(content).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(ErrorCode::FileNotWritable, m_ownFile, {{u"path"_s, m_ownFile}});
    return {};
}

} // namespace dealdesk
