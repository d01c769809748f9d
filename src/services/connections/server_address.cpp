#include "services/connections/server_address.h"

#include <QDir>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kDefaultPort = 5432;
constexpr int kMaxPort = 65535;
constexpr int kMaxIdentifierBytes = 63;

bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isSocketFolder(const QString &text)
{
    return text.startsWith(u'/') && !text.contains(u',') && !hasControlCharacter(text);
}

bool isDnsName(const QString &text)
{
    static const QRegularExpression name(QRegularExpression::anchoredPattern(
        u"[A-Za-z0-9]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)*\\.?"_s));
    static const QRegularExpression numeric(QRegularExpression::anchoredPattern(u"[0-9.]+"_s));
    const QString ascii = QString::fromLatin1(QUrl::toAce(text));
    return ascii.size() <= 253 && name.match(ascii).hasMatch() && !numeric.match(ascii).hasMatch();
}

bool isAddress(const QString &text)
{
    static const QRegularExpression dotted(QRegularExpression::anchoredPattern(u"\\d{1,3}(\\.\\d{1,3}){3}"_s));
    const QHostAddress address(text);
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return dotted.match(text).hasMatch(); // "127.1" is an address to Qt, and a riddle to people
    return address.protocol() == QAbstractSocket::IPv6Protocol;
}

bool isIdentifier(const QString &text)
{
    return !text.isEmpty() && text.toUtf8().size() <= kMaxIdentifierBytes && !hasControlCharacter(text);
}

} // namespace

bool isHost(const QString &text)
{
    return isSocketFolder(text) || isAddress(text) || isDnsName(text);
}

bool isOnThisMachine(const QString &host)
{
    return isSocketFolder(host) || host.compare("localhost"_L1, Qt::CaseInsensitive) == 0
        || (isAddress(host) && QHostAddress(host).isLoopback());
}

std::optional<ServerAddress> serverAddressFrom(const QString &text)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(u"(?:\\[([^\\]]+)\\]|([^\\[\\]]*?))(?::(\\d{1,5}))?"_s));
    if (isAddress(text)) // an IPv6 address without brackets is full of colons
        return ServerAddress{text, kDefaultPort};
    const auto match = form.match(text);
    const QString bracketed = match.captured(1);
    const QString host = bracketed.isEmpty() ? match.captured(2) : bracketed;
    if (!match.hasMatch() || !isHost(host) || (!bracketed.isEmpty() && !isAddress(bracketed)))
        return std::nullopt;
    const int port = match.captured(3).isEmpty() ? kDefaultPort : match.captured(3).toInt();
    if (port < 1 || port > kMaxPort)
        return std::nullopt;
    return ServerAddress{host, port};
}

QString textOf(const ServerAddress &address)
{
    const bool isV6 = address.host.contains(u':') && !isSocketFolder(address.host);
    if (address.port == kDefaultPort)
        return address.host;
    return (isV6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address.host).arg(address.port);
}

QStringList addressTexts(const QString &list)
{
    static const QRegularExpression gap(u"[,;\\s]+"_s);
    return list.split(gap, Qt::SkipEmptyParts);
}

QString textOf(const QList<ServerAddress> &addresses)
{
    QStringList texts;
    for (const ServerAddress &address : addresses)
        texts += textOf(address);
    return texts.join(u", "_s);
}

bool isDatabaseName(const QString &text)
{
    return isIdentifier(text) && !text.contains(u'=') && !text.contains("://"_L1);
}

bool isLoginName(const QString &text)
{
    return isIdentifier(text);
}

} // namespace dealdesk
