#include "data/postgres/pg_watch.h"

#include "data/rows.h"

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kBetweenLooksMs = 350;      ///< a busy office does not make everybody read all the time
constexpr int kUnaskedLookMs = 60'000;    ///< even if no notice came
constexpr int kFeedIsWholeMs = 3'600'000; ///< old lines are taken away some time after that
constexpr int kLinkTickMs = 1'000;
constexpr int kIdleMs = 5'000; ///< then a sign of life is asked for
constexpr int kSignOfLifeMs = 3'500;

} // namespace

PgWatch::PgWatch(PgConnection &connection, Watcher watcher) : m_connection(connection), m_watcher(std::move(watcher))
{
    m_lookTimer.setSingleShot(true);
    connect(&m_lookTimer, &QTimer::timeout, this, &PgWatch::look);
    connect(&m_linkTimer, &QTimer::timeout, this, &PgWatch::checkLink);
    m_connection.link().setOnLost([this] { stop(); });
    m_connection.link().setOnAnswer([this] { takeNotices(); });
}

PgWatch::~PgWatch()
{
    m_connection.link().setOnLost({});
    m_connection.link().setOnAnswer({});
}

Status PgWatch::start()
{
    const std::vector<PgStep> steps = {{"BEGIN", {}},
                                       {"LISTEN dealdesk_changes", {}},
                                       {"COMMIT", {}},
                                       {"SELECT pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())", {}}};
    const auto answers = m_connection.link().run(steps);
    if (!answers)
        return failure(answers.error());
    if (answers->size() < steps.size() || PQntuples(answers->back().get()) != 1)
        return failure(ErrorCode::Internal, u"the server does not let us listen"_s);
    m_horizon = fieldText(answers->back().get(), 0, 0);
    m_sinceLook.start();
    m_input = std::make_unique<QSocketNotifier>(m_connection.link().socket(), QSocketNotifier::Read);
    connect(m_input.get(), &QSocketNotifier::activated, this, &PgWatch::takeInput);
    m_linkTimer.start(kLinkTickMs);
    return Nothing{};
}

void PgWatch::takeInput()
{
    if (m_connection.link().takeInput())
        takeNotices();
}

void PgWatch::takeNotices()
{
    if (m_connection.link().takeNotices())
        lookSoon();
}

void PgWatch::lookSoon()
{
    if (!m_lookTimer.isActive())
        m_lookTimer.start(int(qMax<qint64>(0, kBetweenLooksMs - m_sinceLook.elapsed())));
}

void PgWatch::look()
{
    const bool isWhole = !m_sinceLook.hasExpired(kFeedIsWholeMs);
    m_sinceLook.start();
    const auto change = readFeed();
    if (!change) {
        // A lost link is told by itself; what could not be read for another reason is read at the next look.
        spdlog::warn("the change feed could not be read: {}", change.error().detail.toStdString());
        return;
    }
    if (!isWhole)
        m_watcher.changed(DataChange::all());
    else if (!change->isEmpty())
        m_watcher.changed(*change);
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

void PgWatch::checkLink()
{
    PgLink &link = m_connection.link();
    if (!link.takeInput())
        return;
    takeNotices();
    if (link.owedMs() >= kSignOfLifeMs)
        link.lose(u"no sign of life"_s);
    else if (link.owedMs() == 0 && link.silentMs() >= kIdleMs)
        link.sendHeartbeat();
    if (!link.isLost() && m_sinceLook.hasExpired(kUnaskedLookMs))
        lookSoon();
}

/// The socket is let go of before libpq closes it; who watches hears of it once the thread is idle again.
void PgWatch::stop()
{
    if (m_input) {
        m_input->setEnabled(false);
        m_input.release()->deleteLater(); // it may be what told us
    }
    m_linkTimer.stop();
    m_lookTimer.stop();
    // A copy: who hears it may end the connection, and this watch with it.
    const auto tell = [lost = m_watcher.lost] { lost({ErrorCode::ConnectionLost, u"the connection is lost"_s, {}}); };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

} // namespace dealdesk
