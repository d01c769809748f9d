#include "data/postgres/pg_sign_in.h"

#include "data/postgres/english_messages.h"
#include "data/postgres/pg_error.h"
#include "data/postgres/pg_options.h"
#include "data/postgres/socket_wait.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QRegularExpression>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kSliceMs = 100;

/// How far signing in came, judged by what was under way last.
enum class Stage { Reaching, Securing, SigningIn, Done };

struct Attempt {
    PgHandle handle;
    Stage stage = Stage::Reaching;
    bool tookTooLong = false;
};

Stage stageOf(ConnStatusType status, Stage before)
{
    switch (status) {
    case CONNECTION_SSL_STARTUP: return Stage::Securing;
    case CONNECTION_AWAITING_RESPONSE:
    case CONNECTION_AUTH_OK:
    case CONNECTION_CONSUME:
    case CONNECTION_CHECK_TARGET:
    case CONNECTION_CHECK_WRITABLE:
    case CONNECTION_CHECK_STANDBY: return Stage::SigningIn;
    case CONNECTION_OK: return Stage::Done;
    default: return before;
    }
}

Attempt attempt(const PgOptions &options, int limitMs, const std::shared_ptr<const std::atomic_bool> &closing)
{
    Attempt attempt;
    const QDeadlineTimer deadline(limitMs);
    attempt.handle.reset(PQconnectStartParams(options.keywords(), options.values(), 0));
    PGconn *connection = attempt.handle.get();
    if (!connection || PQstatus(connection) == CONNECTION_BAD)
        return attempt;
    PQsetErrorVerbosity(connection, PQERRORS_SQLSTATE); // a code, and nothing of the other side's text
    PostgresPollingStatusType next = PGRES_POLLING_WRITING;
    while (next == PGRES_POLLING_READING || next == PGRES_POLLING_WRITING) {
        const SocketNeed need = next == PGRES_POLLING_READING ? SocketNeed::Reading : SocketNeed::Writing;
        attempt.tookTooLong = deadline.hasExpired();
        if (attempt.tookTooLong || (closing && *closing))
            return attempt;
        if (!waitForSocket(PQsocket(connection), need, int(qMin<qint64>(kSliceMs, deadline.remainingTime()))))
            continue;
        attempt.stage = stageOf(PQstatus(connection), attempt.stage);
        next = PQconnectPoll(connection);
    }
    if (next == PGRES_POLLING_OK)
        attempt.stage = Stage::Done;
    return attempt;
}

/// The reasons as at ErrorCode::TlsRefused, read from libpq's own sentences.
QString tlsReason(const QString &message)
{
    if (message.contains("does not support SSL"_L1))
        return u"none"_s;
    if (message.contains("does not match host name"_L1) || message.contains("host name must be specified"_L1))
        return u"host_name"_s;
    if (message.contains("expired"_L1))
        return u"expired"_s;
    return u"certificate"_s;
}

bool isTlsFailure(const Attempt &failed, const QString &message)
{
    static const QRegularExpression own(u"does not support SSL|does not match host name|root certificate file|certificate verify failed|"
                                        "SSL error|could not read root certificate"_s);
    return failed.stage == Stage::Securing && own.match(message).hasMatch();
}

/// The reasons as at ErrorCode::AccessDenied.
QString denialReason(const QString &sqlState)
{
    if (sqlState == u"28P01")
        return u"password"_s;
    return sqlState == u"3D000" ? u"database"_s : u"not_allowed"_s;
}

Error errorOf(const Attempt &failed, const ServerAddress &address)
{
    static const QRegularExpression state(u":\\s+([0-9A-Z]{5})\\s*$"_s);
    const QString host = u"%1:%2"_s.arg(address.host).arg(address.port);
    const QJsonObject hosts{{u"hosts"_s, QJsonArray{host}}};
    if (failed.tookTooLong)
        return {ErrorCode::ServerUnreachable, u"%1: no answer in time"_s.arg(host), hosts};
    const QString message = QString::fromUtf8(failed.handle ? PQerrorMessage(failed.handle.get()) : "out of memory").trimmed();
    if (isTlsFailure(failed, message)) {
        const QString reason = tlsReason(message);
        return {ErrorCode::TlsRefused, u"%1: no trustworthy TLS (%2)"_s.arg(host, reason), {{u"reason"_s, reason}}};
    }
    const auto given = state.match(message);
    if (failed.stage == Stage::SigningIn && given.hasMatch()) {
        const ErrorCode code = signInError(given.captured(1));
        const QJsonObject data = code == ErrorCode::AccessDenied ? QJsonObject{{u"reason"_s, denialReason(given.captured(1))}}
            : code == ErrorCode::ServerUnreachable               ? hosts
                                                                 : QJsonObject();
        return {code, u"%1: PostgreSQL %2"_s.arg(host, given.captured(1)), data};
    }
    if (failed.handle && PQconnectionNeedsPassword(failed.handle.get()) == 1)
        return {ErrorCode::AccessDenied, u"%1: a password is asked for"_s.arg(host), {{u"reason"_s, u"password"_s}}};
    // libpq before 15.9 passes on what the other side says before TLS stands.
    const QString detail = failed.stage == Stage::Securing ? u"no TLS was agreed on"_s
                                                           : message.section(u'\n', 0, 0).section(u"failed: "_s, -1);
    Error error{ErrorCode::ServerUnreachable, u"%1: %2"_s.arg(host, detail), hosts};
    if (message.contains("session is read-only"_L1) || message.contains("hot standby mode"_L1))
        error.data.insert("standby"_L1, true);
    return error;
}

/// Of several hosts' errors the one is told that says most: a refusal before silence.
void keepWorse(std::optional<Error> &kept, Error error)
{
    if (!kept) {
        kept = std::move(error);
        return;
    }
    if (kept->code == ErrorCode::ServerUnreachable && error.code == ErrorCode::ServerUnreachable) {
        QJsonArray hosts = kept->data.value("hosts"_L1).toArray();
        for (const auto &host : error.data.value("hosts"_L1).toArray())
            hosts.append(host);
        kept->data.insert("hosts"_L1, hosts);
        kept->detail += u"; "_s + error.detail;
    } else if (kept->code == ErrorCode::ServerUnreachable) {
        kept = std::move(error);
    }
}

} // namespace

Result<PgHandle> signIn(const ServerLocation &location, Connection::Role role, const std::shared_ptr<const std::atomic_bool> &closing)
{
    const EnglishMessages english;
    const Result<QString> secret = location.secret ? location.secret() : Result<QString>(QString());
    if (!secret)
        return failure(secret.error());
    forgetPgEnvironment();
    std::optional<Error> worst;
    for (const ServerAddress &address : location.hosts) {
        const auto options = PgOptions::make(location, address, role, *secret);
        if (!options)
            return failure(options.error());
        Attempt made = attempt(*options, PgLimits::forRole(role).connecting, closing);
        if (made.stage == Stage::Done)
            return std::move(made.handle);
        if (closing && *closing)
            return failure(ErrorCode::Cancelled);
        Error error = errorOf(made, address);
        spdlog::warn("no connection: {}", error.detail.toStdString());
        keepWorse(worst, std::move(error));
    }
    return failure(worst.value_or(Error{ErrorCode::Invalid, u"no host"_s, {}}));
}

} // namespace dealdesk
