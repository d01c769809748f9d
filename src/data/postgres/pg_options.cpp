#include "data/postgres/pg_options.h"

#include <QFileInfo>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QUrl>

#include <libpq-fe.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

// libpq looks into the home folder for what it is not told (password, client certificate, revocations). An empty text counts as not told.
constexpr auto kNoFile = "/dev/null/none";
constexpr int kFirstWithSystemRoots = 160'000;
constexpr int kFirstWithRequireAuth = 160'000;

QByteArray sslMode(TlsMode tls)
{
    switch (tls) {
    case TlsMode::VerifyFull: return "verify-full";
    case TlsMode::VerifyCa: return "verify-ca";
    case TlsMode::Require: return "require";
    case TlsMode::Off: break;
    }
    return "disable";
}

/// libpq 15 knows no "system", so the usual places are looked through.
QByteArray systemRoots()
{
    if (PQlibVersion() >= kFirstWithSystemRoots)
        return "system";
    for (const QString &path : {u"/etc/ssl/certs/ca-certificates.crt"_s, u"/etc/pki/tls/certs/ca-bundle.crt"_s, u"/etc/ssl/ca-bundle.pem"_s,
                                u"/etc/ssl/cert.pem"_s, u"/opt/homebrew/etc/ca-certificates/cert.pem"_s}) {
        if (QFileInfo::exists(path))
            return path.toUtf8();
    }
    return kNoFile;
}

QByteArray rootCertificate(const ServerLocation &location)
{
    if (location.tls == TlsMode::VerifyFull || location.tls == TlsMode::VerifyCa)
        return location.rootCertificate.isEmpty() ? systemRoots() : location.rootCertificate.toUtf8();
    return kNoFile;
}

/// A comma would be a second host.
bool isOneHost(const QString &host)
{
    static const QRegularExpression name(u"^[\\p{L}\\p{N}_.:%-]+$"_s, QRegularExpression::UseUnicodePropertiesOption);
    return isSocketFolder(host) ? !host.contains(u',') : name.match(host).hasMatch();
}

QByteArray hostForWire(const QString &host)
{
    const bool isAscii = std::all_of(host.begin(), host.end(), [](QChar c) { return c.unicode() < 0x80; });
    return isAscii || isSocketFolder(host) ? host.toUtf8() : QUrl::toAce(host);
}

QByteArray sessionOptions(const PgLimits &limits, Connection::Role role)
{
    QByteArray options = "-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601 -c search_path=dealdesk,pg_catalog,pg_temp"
                         " -c standard_conforming_strings=on -c bytea_output=hex -c extra_float_digits=1 -c jit=off";
    options += " -c statement_timeout=" + QByteArray::number(limits.statement);
    options += " -c lock_timeout=" + QByteArray::number(limits.lock);
    options += " -c idle_in_transaction_session_timeout=" + QByteArray::number(limits.idleInTransaction);
    if (role == Connection::Role::Background)
        options += " -c default_transaction_read_only=on";
    return options;
}

} // namespace

PgLimits PgLimits::forRole(Connection::Role role)
{
    // Exports sort and stream more than a screen shows; a dead link is noticed by the system's own time-outs meanwhile.
    constexpr int kLongRead = 120'000;
    PgLimits limits;
    if (role == Connection::Role::Background) {
        limits.statement = kLongRead;
        limits.silence = kLongRead + 2'000;
    }
    return limits;
}

bool isSocketFolder(const QString &host)
{
    return host.startsWith(u'/') || host.startsWith(u'@')
        || (host.size() > 2 && host.at(1) == u':' && (host.at(2) == u'\\' || host.at(2) == u'/'));
}

bool isThisMachine(const QString &host)
{
    static const QRegularExpression loopback(u"^127(\\.\\d{1,3}){3}$"_s);
    return isSocketFolder(host) || host == u"localhost" || host == u"::1" || loopback.match(host).hasMatch();
}

Result<PgOptions> PgOptions::make(const ServerLocation &location, const ServerAddress &address, Connection::Role role,
                                  const QString &secret)
{
    if (!isOneHost(address.host) || address.port < 1 || address.port > 65535)
        return failure(ErrorCode::Invalid, u"not the name of one host"_s);
    if (location.database.isEmpty() || location.username.isEmpty() || location.database.contains(QChar())
        || location.username.contains(QChar()) || secret.contains(QChar()))
        return failure(ErrorCode::Invalid, u"no database or no login"_s);
    if (location.tls == TlsMode::Off && !isThisMachine(address.host))
        return failure(ErrorCode::TlsRefused, u"clear text is for this machine only"_s, {{u"reason"_s, u"none"_s}});
    const PgLimits limits = PgLimits::forRole(role);
    PgOptions options;
    options.set("host", hostForWire(address.host));
    options.set("port", QByteArray::number(address.port));
    options.set("dbname", location.database.toUtf8());
    options.set("user", location.username.toUtf8());
    options.set("password", secret.toUtf8());
    options.set("passfile", kNoFile);
    options.set("client_encoding", "UTF8");
    options.set("application_name", "dealdesk/" DEALDESK_VERSION);
    options.set("options", sessionOptions(limits, role));
    options.set("sslmode", sslMode(location.tls));
    options.set("sslrootcert", rootCertificate(location));
    options.set("sslcert", kNoFile);
    options.set("sslkey", kNoFile);
    options.set("sslcrl", kNoFile);
    options.set("ssl_min_protocol_version", "TLSv1.2");
    options.set("sslcompression", "0");
    options.set("sslsni", "1");
    options.set("gssencmode", "disable");
    options.set("connect_timeout", QByteArray::number(limits.connecting / 1000));
    options.set("keepalives", "1");
    options.set("keepalives_idle", "30");
    options.set("keepalives_interval", "10");
    options.set("keepalives_count", "3");
    options.set("tcp_user_timeout", "8000");
    // A reader's sessions are read-only by themselves, which "read-write" would take for a standby.
    options.set("target_session_attrs", role == Connection::Role::Main ? "read-write" : "primary");
    if (location.tls == TlsMode::Require) {
        options.set("channel_binding", "prefer");
        // Whoever answers is believed, so the password itself must not be given to them.
        if (PQlibVersion() >= kFirstWithRequireAuth)
            options.set("require_auth", "scram-sha-256");
    }
    options.close();
    return options;
}

void PgOptions::set(const char *keyword, const QByteArray &value)
{
    m_keywords.push_back(keyword);
    m_values.push_back(value);
}

void PgOptions::close()
{
    for (const QByteArray &value : m_values)
        m_valuePointers.push_back(value.constData());
    m_keywords.push_back(nullptr);
    m_valuePointers.push_back(nullptr);
}

QByteArray PgOptions::valueOf(const char *keyword) const
{
    for (size_t i = 0; i < m_values.size(); ++i) {
        if (std::strcmp(m_keywords[i], keyword) == 0)
            return m_values[i];
    }
    return {};
}

void forgetPgEnvironment()
{
    const QStringList names = QProcessEnvironment::systemEnvironment().keys();
    for (const QString &name : names) {
        if (name.startsWith("PG"_L1))
            qunsetenv(name.toLocal8Bit());
    }
}

} // namespace dealdesk
