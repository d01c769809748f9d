#include "services/connections/connection_test.h"

#include "data/postgres/server_facts.h"
#include "data/sql_executor.h"
#include "services/connections/connection_advice.h"
#include "services/server_handshake.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QtConcurrent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct TestText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::ConnectionTest)
};

using Kind = ConnectionFinding::Kind;

constexpr int kRoundTrips = 3;
constexpr int kClockToleranceSeconds = 60;

/// What one visit to the server learned; the handshake may fail where connecting did not.
struct Visit {
    ServerFacts facts;
    Result<ServerHandshake> handshake;
    qint64 roundTripMs = 0;
    qint64 clockAheadSeconds = 0; ///< of this machine's clock
};

/// The fastest of a few: what the line itself takes.
Result<qint64> roundTrip(Connection &connection)
{
    qint64 fastest = -1;
    for (int i = 0; i < kRoundTrips; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (const Status done = connection.execute(u"SELECT 1"_s, u"round trip"_s); !done)
            return failure(done.error());
        fastest = fastest < 0 ? timer.elapsed() : qMin(fastest, timer.elapsed());
    }
    return fastest;
}

Result<Visit> visit(Connection &connection)
{
    Visit visit{.facts = factsOf(connection), .handshake = readHandshake(connection)};
    if (visit.handshake) {
        const QDateTime theirs = QDateTime::fromString(visit.handshake->serverTime, Qt::ISODateWithMs);
        visit.clockAheadSeconds = theirs.secsTo(QDateTime::currentDateTimeUtc());
    }
    const auto time = roundTrip(connection);
    if (!time)
        return failure(time.error());
    visit.roundTripMs = *time;
    return visit;
}

QList<ConnectionFinding> findingsOf(const ServerFacts &facts, qint64 roundTripMs)
{
    const QString host = u"%1:%2"_s.arg(facts.address.host).arg(facts.address.port);
    const QString line = facts.tls.isEmpty() ? TestText::tr("in clear text") : TestText::tr("encrypted with %1").arg(facts.tls);
    const QString time = roundTripMs < 1 ? TestText::tr("less than a millisecond") : TestText::tr("%1 ms").arg(roundTripMs);
    return {{Kind::Good, TestText::tr("Signed in at %1, %2.").arg(host, line), {}},
            {Kind::Good, TestText::tr("PostgreSQL %1; a question and its answer take %2.").arg(facts.version, time), {}}};
}

QList<ConnectionFinding> findingsOf(const ServerHandshake &handshake, qint64 clockAheadSeconds)
{
    QList<ConnectionFinding> findings;
    if (const Status fits = checkHandshake(handshake, {}); !fits)
        findings += problemWith(fits.error());
    else
        findings += {Kind::Good, TestText::tr("Deal Desk's schema %1 is there, and knows you.").arg(handshake.schemaVersion), {}};
    if (qAbs(clockAheadSeconds) > kClockToleranceSeconds)
        findings += {Kind::Note,
                     TestText::tr("This machine's clock differs from the server's by %n second(s).", nullptr, int(qAbs(clockAheadSeconds))),
                     TestText::tr("The server's clock counts. Have this machine's set, so that times look right.")};
    return findings;
}

ConnectionFinding environmentFinding(Environment said, Environment expected)
{
    const auto word = [](Environment environment) {
        switch (environment) {
        case Environment::Production: return TestText::tr("production");
        case Environment::Test: return TestText::tr("test");
        case Environment::Development: return TestText::tr("development");
        }
        return QString();
    };
    if (said == expected)
        return {Kind::Good, TestText::tr("The environment is %1.").arg(word(said)), {}};
    return {Kind::Note, TestText::tr("The server says that this is %1, the connection says %2.").arg(word(said), word(expected)),
            TestText::tr("Deal Desk goes by the server. Correct the connection.")};
}

ConnectionReport reportOf(const ConnectionProfile &profile, const Visit &visit)
{
    ConnectionReport report;
    report.findings = findingsOf(visit.facts, visit.roundTripMs);
    if (!visit.handshake) {
        report.findings += problemWith(visit.handshake.error());
        return report;
    }
    report.environment = visit.handshake->environment;
    report.findings += findingsOf(*visit.handshake, visit.clockAheadSeconds);
    report.findings += environmentFinding(visit.handshake->environment, profile.environment);
    return report;
}

ConnectionReport reportOnFile(const ConnectionProfile &profile)
{
    const QFileInfo file(profile.filePath);
    const QFileInfo folder(file.absolutePath());
    if (file.exists())
        return {{file.isWritable() ? ConnectionFinding{Kind::Good, TestText::tr("The file is there and may be written."), {}}
                                   : ConnectionFinding{Kind::Problem, TestText::tr("You may not write this file."),
                                                       TestText::tr("Choose another one, or have its permissions changed.")}},
                {}};
    if (folder.isDir() && folder.isWritable())
        return {{{Kind::Note, TestText::tr("There is no file yet."), TestText::tr("It is made when you sign in.")}}, {}};
    return {{{Kind::Problem, TestText::tr("There is no such folder, or you may not write there."), TestText::tr("Choose another folder.")}},
            {}};
}

} // namespace

namespace {

QFuture<QList<ConnectionFinding>> lookAt(const QList<ServerAddress> &hosts)
{
    return QtConcurrent::run(&whyUnreachable, hosts);
}

} // namespace

bool ConnectionReport::isUsable() const
{
    return !findings.isEmpty()
        && std::none_of(findings.begin(), findings.end(), [](const ConnectionFinding &finding) { return finding.kind == Kind::Problem; });
}

QCoro::Task<ConnectionReport> testConnection(ConnectionProfile profile, QString username, QString secret)
{
    if (!profile.isServer())
        co_return reportOnFile(profile);
    const auto secretBox = std::make_shared<SharedSecret>(secret);
    const DatabaseLocation location = locationOf(profile, username, secretBox);
    SqlExecutor executor(location, Connection::Role::Background);
    auto visiting = executor.run(&visit);
    const Result<Visit> visited = co_await visiting;
    if (visited)
        co_return reportOf(profile, *visited);
    const bool nobodyAnswers = visited.error().code == ErrorCode::ServerUnreachable && !visited.error().data.value("standby"_L1).toBool();
    ConnectionReport report; // a plain variable: gcc 12 ends temporaries around a co_await twice
    if (!nobodyAnswers) {
        report.findings.append(problemWith(visited.error()));
        co_return report;
    }
    QFuture<QList<ConnectionFinding>> looking = lookAt(profile.hosts);
    report.findings = co_await looking;
    co_return report;
}

} // namespace dealdesk
