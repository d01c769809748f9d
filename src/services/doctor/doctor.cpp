#include "services/doctor/doctor.h"

#include "data/client_contract.h"
#include "data/postgres/pg_migrator.h"
#include "data/rows.h"
#include "services/doctor/checks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct Doctor {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::Doctor)
};

constexpr qint64 kClockToleranceMs = 5'000;

using Findings = QList<Finding>;

/// What the address itself leaves open.
Findings tlsOf(const ServerLocation &server)
{
    switch (server.tls) {
    case TlsMode::VerifyFull:
    case TlsMode::Off: return {}; // for this machine only; how it came through is asked of the server
    case TlsMode::VerifyCa:
        return {{u"tls_mode"_s, Finding::Severity::Advice,
                 Doctor::tr("This address takes any host that your authority signed for (verify-ca)."),
                 Doctor::tr("Use sslmode=verify-full.")}};
    case TlsMode::Require: break;
    }
    return {{u"tls_mode"_s, Finding::Severity::Fault, Doctor::tr("This address believes whoever answers (require)."),
             Doctor::tr("Use sslmode=verify-full with sslrootcert, so that a password goes to the right server only.")}};
}

/// Dates of drafts and due dates are the server's; a wrong clock shows on every screen.
Result<Findings> clocks(Connection &connection)
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const auto there = readRows(connection, u"SELECT clock_timestamp()"_s, {},
                                [](const Query &row) { return QDateTime::fromString(row.text(0), Qt::ISODateWithMs); });
    if (!there)
        return failure(there.error());
    const QDateTime after = QDateTime::currentDateTimeUtc();
    const qint64 ahead = there->first() > after ? after.msecsTo(there->first()) : 0;
    const qint64 behind = there->first() < before ? there->first().msecsTo(before) : 0;
    if (qMax(ahead, behind) <= kClockToleranceMs)
        return Findings();
    return Findings{
        {u"clock"_s, Finding::Severity::Fault,
         Doctor::tr("The server's clock and this machine's are %1 s apart.").arg(QLocale().toString(qMax(ahead, behind) / 1000)),
         Doctor::tr("Let both machines set their clocks by NTP.")}};
}

Finding versionFinding(const QString &what, const QString &remedy)
{
    return {u"version"_s, Finding::Severity::Fault, what, remedy};
}

/// Whether the schema can be asked about, and what is wrong with its version.
Result<std::pair<bool, Findings>> version(PgMigrator &migrator)
{
    const auto state = migrator.state();
    if (!state && state.error().code == ErrorCode::DatabaseTooNew)
        return std::pair(true,
                         Findings{versionFinding(Doctor::tr("The database has a newer schema than this program knows."),
                                                 Doctor::tr("Use the dealdeskctl of the newer version."))});
    if (!state && state.error().code == ErrorCode::DatabaseCorrupt)
        return std::pair(false,
                         Findings{versionFinding(Doctor::tr("The schema dealdesk belongs to something else."),
                                                 Doctor::tr("Use a database of its own for Deal Desk."))});
    if (!state)
        return failure(state.error());
    const QString migrate = Doctor::tr("Run “dealdeskctl migrate”.");
    if (state->isEmpty)
        return std::pair(false, Findings{versionFinding(Doctor::tr("Deal Desk is not set up in this database."), migrate)});
    if (!state->pending.isEmpty())
        return std::pair(
            true,
            Findings{versionFinding(
                Doctor::tr("The database has the schema %1; this program's is %2.").arg(state->foundVersion, state->pending.last().version),
                migrate)});
    if (!state->isLogicCurrent)
        return std::pair(true, Findings{versionFinding(Doctor::tr("The stored logic is another one than this program's."), migrate)});
    return std::pair(true, Findings());
}

Result<Findings> contract(Connection &connection)
{
    const auto range = readRows(connection, u"SELECT d.min_client, d.max_client FROM dealdesk.deployment d"_s, {},
                                [](const Query &row) { return std::pair(row.integer(0), row.integer(1)); });
    if (!range)
        return failure(range.error());
    if (!range->isEmpty() && range->first().first <= kClientContract && kClientContract <= range->first().second)
        return Findings();
    return Findings{versionFinding(Doctor::tr("Programs of this version may not write to this database."),
                                   Doctor::tr("Install the version that the administrators name, or run “dealdeskctl migrate”."))};
}

Result<Findings> allOf(CheckNeeds needs, Connection &connection)
{
    Findings found;
    for (const Check &check : checks()) {
        if (check.needs != needs)
            continue;
        const auto findings = findingsOf(check, connection);
        if (!findings)
            return failure(findings.error());
        found += *findings;
    }
    return found;
}

bool has(const Findings &findings, QLatin1StringView check)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) { return finding.check == check; });
}

Result<Findings> examineSchema(PgConnection &connection)
{
    PgMigrator migrator(connection);
    auto found = version(migrator);
    if (!found || !found->first)
        return found ? Result<Findings>(found->second) : failure(found.error());
    const auto contracts = contract(connection);
    const auto objects = contracts ? allOf(CheckNeeds::Schema, connection) : contracts;
    return objects ? Result<Findings>(found->second + *contracts + *objects) : failure(objects.error());
}

} // namespace

Result<QList<Finding>> examine(const DatabaseLocation &location)
{
    const auto opened = Connection::open(location, Connection::Role::Main);
    if (!opened)
        return failure(opened.error());
    PgConnection &connection = PgConnection::of(**opened);
    // names of objects are compared as they were written down: in full
    if (const Status path = connection.execute(u"SET search_path = pg_catalog, pg_temp"_s, u"search_path"_s); !path)
        return failure(path.error());
    Findings all = tlsOf(*location.server);
    for (const auto &examineNext : {std::function<Result<Findings>()>([&] { return clocks(connection); }),
                                    std::function<Result<Findings>()>([&] { return allOf(CheckNeeds::Server, connection); }),
                                    std::function<Result<Findings>()>([&] { return allOf(CheckNeeds::Roles, connection); }),
                                    std::function<Result<Findings>()>([&] { return examineSchema(connection); })}) {
        const auto found = examineNext();
        if (!found)
            return failure(found.error());
        all += *found;
        if (has(*found, "role_missing"_L1))
            return all
                + Findings{
                    versionFinding(Doctor::tr("Deal Desk is not set up in this cluster."), Doctor::tr("Run “dealdeskctl migrate”."))};
    }
    return all;
}

} // namespace dealdesk
