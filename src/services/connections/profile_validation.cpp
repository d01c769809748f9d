#include "services/connections/profile_validation.h"

#include "services/connections/server_address.h"
#include "services/connections/token_command.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct ProfileText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::ConnectionProfile)
};

QString problemOfName(const ConnectionProfile &profile, const QList<ConnectionProfile> &others)
{
    if (profile.name.trimmed().isEmpty())
        return ProfileText::tr("Give the connection a name.");
    const bool taken = std::any_of(others.begin(), others.end(), [&](const ConnectionProfile &other) {
        return other.id != profile.id && other.name.compare(profile.name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return taken ? ProfileText::tr("Another connection has this name already.") : QString();
}

QString problemOfFile(const ConnectionProfile &profile)
{
    if (profile.filePath.trimmed().isEmpty())
        return ProfileText::tr("Choose the database file, or a name for a new one.");
    if (QFileInfo(profile.filePath).isDir())
        return ProfileText::tr("This is a folder. Choose a file in it.");
    return {};
}

QString problemOfHosts(const QString &typed)
{
    const QStringList texts = addressTexts(typed);
    if (texts.isEmpty())
        return ProfileText::tr("Name the server, like db.example.com; several separated by commas.");
    for (const QString &text : texts) {
        if (!serverAddressFrom(text))
            return ProfileText::tr("“%1” is not a host name or address, with a port from 1 to 65535 after a colon.").arg(text);
    }
    return {};
}

QString problemOfTls(const ConnectionProfile &profile)
{
    const bool isLocal = std::all_of(profile.hosts.begin(), profile.hosts.end(),
                                     [](const ServerAddress &at) { return isOnThisMachine(at.host); });
    if (profile.kind == ProfileKind::Lakebase && profile.tls != TlsMode::VerifyFull)
        return ProfileText::tr("Lakebase gets a token, which must not go to a stranger: choose full verification.");
    if (profile.tls == TlsMode::Off && !isLocal)
        return ProfileText::tr("Clear text is for a server on this machine only. Choose encryption.");
    if (profile.tls == TlsMode::VerifyCa && profile.rootCertificate.isEmpty())
        return ProfileText::tr(
            "Without the host's name being checked, only your own authority's certificate proves anything: name its file, "
            "or choose full verification.");
    return {};
}

QString problemOfCertificate(const ConnectionProfile &profile)
{
    if (profile.rootCertificate.isEmpty())
        return {};
    const QFileInfo file(profile.rootCertificate);
    if (!file.isAbsolute() || !file.isFile())
        return ProfileText::tr("There is no such file. Choose the authority's certificate (PEM), or leave this empty.");
    return file.isReadable() ? QString() : ProfileText::tr("This file cannot be read.");
}

QString problemOfCommand(const ConnectionProfile &profile)
{
    if (profile.signIn != SignInMethod::TokenCommand)
        return {};
    if (profile.tokenCommand.trimmed().isEmpty())
        return ProfileText::tr("Give the program that prints a token, with its arguments.");
    if (!isTokenCommandThere(profile.tokenCommand))
        return ProfileText::tr("There is no such program on this machine.");
    return {};
}

} // namespace

QList<ProfileProblem> problemsOf(const ConnectionProfile &profile, const QString &hosts, const QList<ConnectionProfile> &others)
{
    QList<ProfileProblem> problems;
    const auto note = [&problems](ProfileField field, const QString &sentence) {
        if (!sentence.isEmpty())
            problems.append({field, sentence});
    };
    note(ProfileField::Name, problemOfName(profile, others));
    if (!profile.isServer()) {
        note(ProfileField::FilePath, problemOfFile(profile));
        return problems;
    }
    note(ProfileField::Hosts, problemOfHosts(hosts));
    note(ProfileField::Database,
         isDatabaseName(profile.database) ? QString()
                                          : ProfileText::tr("Give the name of the database, without “=” and at most 63 letters."));
    note(ProfileField::Tls, problemOfTls(profile));
    note(ProfileField::RootCertificate, problemOfCertificate(profile));
    note(ProfileField::TokenCommand, problemOfCommand(profile));
    note(ProfileField::Username,
         profile.username.isEmpty() || isLoginName(profile.username) ? QString()
                                                                     : ProfileText::tr("A user name has at most 63 letters, on one line."));
    return problems;
}

} // namespace dealdesk
