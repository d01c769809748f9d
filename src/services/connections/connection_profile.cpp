#include "services/connections/connection_profile.h"

#include "services/connections/server_address.h"
#include "services/connections/token_command.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// Takes the field out, so that what stays is what this program does not know.
QString takeText(QJsonObject &json, QLatin1StringView key)
{
    return json.take(key).toString();
}

template<typename E>
E takeCode(QJsonObject &json, QLatin1StringView key, E otherwise)
{
    return fromCode<E>(takeText(json, key)).value_or(otherwise);
}

QList<ServerAddress> takeHosts(QJsonObject &json)
{
    QList<ServerAddress> hosts;
    for (const QJsonValue &value : json.take("hosts"_L1).toArray()) {
        if (const auto address = serverAddressFrom(value.toString()))
            hosts += *address;
    }
    return hosts;
}

} // namespace

QString ConnectionProfile::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString ConnectionProfile::target() const
{
    if (!isServer())
        return filePath;
    QStringList at;
    for (const ServerAddress &address : hosts)
        at += u"%1:%2"_s.arg(address.host).arg(address.port);
    return u"postgresql://%1/%2"_s.arg(at.join(u','), database);
}

QJsonObject toJson(const ConnectionProfile &profile)
{
    QJsonObject json = profile.unknown;
    json.insert("id"_L1, profile.id);
    json.insert("name"_L1, profile.name);
    json.insert("kind"_L1, QString(codeOf(profile.kind)));
    json.insert("environment"_L1, QString(codeOf(profile.environment)));
    if (!profile.isServer()) {
        json.insert("file"_L1, profile.filePath);
        return json;
    }
    QJsonArray hosts;
    for (const ServerAddress &address : profile.hosts)
        hosts.append(textOf(address));
    json.insert("hosts"_L1, hosts);
    json.insert("database"_L1, profile.database);
    json.insert("tls"_L1, QString(codeOf(profile.tls)));
    json.insert("root_certificate"_L1, profile.rootCertificate);
    json.insert("sign_in"_L1, QString(codeOf(profile.signIn)));
    json.insert("token_command"_L1, profile.tokenCommand);
    json.insert("username"_L1, profile.username);
    json.insert("remember"_L1, profile.remembersSecret);
    return json;
}

std::optional<ConnectionProfile> profileFromJson(QJsonObject json)
{
    ConnectionProfile profile;
    const auto kind = fromCode<ProfileKind>(takeText(json, "kind"_L1));
    profile.id = takeText(json, "id"_L1);
    profile.name = takeText(json, "name"_L1).trimmed();
    if (!kind || profile.id.isEmpty() || profile.name.isEmpty())
        return std::nullopt;
    profile.kind = *kind;
    profile.environment = takeCode(json, "environment"_L1, Environment::Production);
    profile.filePath = takeText(json, "file"_L1);
    profile.hosts = takeHosts(json);
    if (const QString database = takeText(json, "database"_L1); !database.isEmpty())
        profile.database = database;
    profile.tls = takeCode(json, "tls"_L1, TlsMode::VerifyFull);
    profile.rootCertificate = takeText(json, "root_certificate"_L1);
    profile.signIn = takeCode(json, "sign_in"_L1, SignInMethod::Password);
    profile.tokenCommand = takeText(json, "token_command"_L1);
    profile.username = takeText(json, "username"_L1);
    profile.remembersSecret = json.take("remember"_L1).toBool(true);
    profile.unknown = json;
    return profile;
}

DatabaseLocation locationOf(const ConnectionProfile &profile, const QString &username, std::shared_ptr<const SharedSecret> secret)
{
    if (!profile.isServer())
        return {.filePath = profile.filePath};
    auto server = std::make_shared<ServerLocation>();
    server->hosts = profile.hosts;
    server->database = profile.database;
    server->username = username;
    server->tls = profile.tls;
    server->rootCertificate = profile.rootCertificate;
    if (profile.signIn == SignInMethod::TokenCommand)
        server->secret = [command = profile.tokenCommand] { return tokenFrom(command); };
    else
        server->secret = [secret = std::move(secret)]() -> Result<QString> { return secret ? secret->text() : QString(); };
    return {.server = server};
}

} // namespace dealdesk
