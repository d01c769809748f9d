#include "data/postgres/pg_watch.h"

#include "data/rows.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kBetweenReadsMs = 350;      ///< a busy office does not make everybody read all the time
constexpr int kUnaskedReadMs = 60'000;    ///< even if no notice came
constexpr int kFeedIsWholeMs = 3'600'000; ///< old lines are taken away some time after that
constexpr int kIdleMs = 5'000;            ///< then a sign of life is asked for
constexpr int kSignOfLifeMs = 4'000;

} // namespace

PgWatch::PgWatch(PgConnection &connection, QString horizon)
    : m_connection(connection), m_link(connection.link()), m_horizon(std::move(horizon))
{
    m_sinceRead.start();
}

Result<std::unique_ptr<ChangeWatch>> PgWatch::start(PgConnection &connection)
{
    const std::vector<PgStep> steps = {{"BEGIN", {}},
                                       {"LISTEN dealdesk_changes", {}},
                                       {"COMMIT", {}},
                                       {"SELECT pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())", {}}};
    const auto answers = connection.link().run(steps);
    if (!answers)
        return failure(answers.error());
    if (answers->size() < steps.size() || PQntuples(answers->back().get()) != 1)
        return failure(ErrorCode::Internal, u"the server does not let us listen"_s);
    return std::unique_ptr<ChangeWatch>(new PgWatch(connection, fieldText(answers->back().get(), 0, 0)));
}

Result<DataChange> PgWatch::look()
{
    if (const Status alive = checkLink(); !alive)
        return failure(alive.error());
    m_isNoticed |= m_link.takeNotices();
    const bool isDue = m_isNoticed ? m_sinceRead.hasExpired(kBetweenReadsMs) : m_sinceRead.hasExpired(kUnaskedReadMs);
    if (!isDue)
        return DataChange();
    const bool isWhole = !m_sinceRead.hasExpired(kFeedIsWholeMs);
    auto change = readFeed();
    if (change) {
        m_isNoticed = false;
        m_sinceRead.start();
    }
    return change && !isWhole ? DataChange::all() : change;
}

Status PgWatch::checkLink()
{
    if (!m_link.takeInput())
        return failure(ErrorCode::ConnectionLost, u"the link broke"_s);
    if (m_link.owedMs() >= kSignOfLifeMs) {
        m_link.lose(u"no sign of life"_s);
        return failure(ErrorCode::ConnectionLost, u"no sign of life"_s);
    }
    if (m_link.owedMs() == 0 && m_link.silentMs() >= kIdleMs)
        m_link.sendHeartbeat();
    return Nothing{};
}

/// The lines from the horizon on are read again until no transaction from before them is open any more; each is told once.
Result<DataChange> PgWatch::readFeed()
{
    const QString sql = u"SELECT h.x::text, f.xid::text, f.topic, f.deal_id FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS x) h "
                        "LEFT JOIN dealdesk.change_feed f ON f.xid >= ?::xid8"_s;
    DataChange change;
    QString horizon;
    QSet<QString> lines;
    const auto read = readRows(m_connection, sql, {m_horizon}, [&](const Query &row) {
        horizon = row.text(0);
        if (row.isNull(1))
            return 0;
        const QString topic = row.text(2);
        const QString line = row.text(1) + u' ' + topic + u' ' + row.text(3);
        lines.insert(line);
        if (m_told.contains(line))
            return 0;
        change.reference |= topic == u"reference";
        change.people |= topic == u"people";
        if (!row.isNull(3))
            change.deals.insert(DealId(row.integer(3)));
        return 0;
    });
    if (!read)
        return failure(read.error());
    m_horizon = horizon;
    m_told = std::move(lines);
    return change;
}

} // namespace dealdesk
