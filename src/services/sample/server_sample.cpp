#include "services/sample/server_sample.h"

#include "data/postgres/pg_password.h"
#include "data/rows.h"
#include "services/sample/sample_writer.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// A session for each person, opened when they act first.
class Desks {
public:
    Desks(Connection &owner, const DatabaseLocation &location) : m_owner(owner), m_location(location) {}

    Result<Connection *> of(const QString &username)
    {
        if (!std::exchange(m_hasAdmin, true))
            return &m_owner; // makes the first administrator
        std::shared_ptr<Connection> &desk = m_desks[username];
        if (!desk) {
            auto server = std::make_shared<ServerLocation>(*m_location.server);
            server->username = username;
            server->secret = [] { return Result<QString>(QString::fromLatin1(kSamplePassword)); };
            auto opened = Connection::open({{}, server}, Connection::Role::Main);
            if (!opened)
                return failure(opened.error());
            desk = std::move(*opened);
        }
        return desk.get();
    }

private:
    Connection &m_owner;
    const DatabaseLocation m_location;
    QHash<QString, std::shared_ptr<Connection>> m_desks;
    bool m_hasAdmin = false;
};

Status refuseProduction(Connection &owner)
{
    const auto environment = readRows(owner, u"SELECT environment FROM dealdesk.deployment"_s, {},
                                      [](const Query &row) { return row.text(0); });
    if (!environment)
        return failure(environment.error());
    if (environment->value(0) == "production"_L1)
        return failure(ErrorCode::Forbidden, u"the database is for production"_s, {{u"environment"_s, environment->value(0)}});
    return Nothing{};
}

} // namespace

Status createServerSample(const DatabaseLocation &location)
{
    const auto owner = Connection::open(location, Connection::Role::Main);
    if (!owner)
        return failure(owner.error());
    if (const Status mayBe = refuseProduction(**owner); !mayBe)
        return mayBe;
    const auto verifier = scramVerifier(**owner, samplePeople().first().username, QString::fromLatin1(kSamplePassword));
    if (!verifier)
        return failure(verifier.error());
    Desks desks(**owner, location);
    const auto deskOf = [&desks](const QString &username) { return desks.of(username); };
    return SampleWriter(deskOf, *verifier, QDateTime::currentDateTimeUtc()).write();
}

} // namespace dealdesk
