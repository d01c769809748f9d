#include "bench/postgresql/single_user.h"

#include "bench/postgresql/raw_session.h"
#include "bench/postgresql/screens.h"
#include "bench/postgresql/timings.h"
#include "services/approval_service.h"
#include "services/deal_service.h"
#include "services/history_service.h"
#include "support/postgres/proxy.h"

#include <QCoroTask>
#include <QJsonDocument>
#include <QTextStream>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace dealdesk::bench {

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

void print(const QString &name, const Timings &ours, const Timings &limit)
{
    out() << u"| %1 | %2 | %3 | %4 |\n"_s.arg(name, ours.text(), limit.text())
                 .arg(ours.percentile(50) / std::max(limit.percentile(50), 0.001), 0, 'f', 2);
    out().flush();
}

/// Where sessions are opened: at the server, or at the end of a slow line to it.
struct Line {
    BenchServer &server;
    std::unique_ptr<test::Proxy> proxy;

    [[nodiscard]] DatabaseLocation location(const QString &login) const
    {
        DatabaseLocation location = server.location(login);
        if (proxy) {
            auto slow = std::make_shared<ServerLocation>(*location.server);
            slow->hosts = {{u"127.0.0.1"_s, proxy->port()}};
            location.server = slow;
        }
        return location;
    }
    [[nodiscard]] QString text(const QString &login) const
    {
        return proxy ? proxy->connectionText(BenchServer::kDatabase, login) : server.connectionText(login);
    }
};

/// Somebody signed in twice: by the program, and by libpq.
struct Person {
    Person(const Line &line, const QString &login) : actor(actorOf(line.server.connectionText(login), login)), raw(line.text(login))
    {
        const auto opened = QCoro::waitFor(Workspace::open(line.location(login)));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        session = std::make_shared<Session>(*opened, actor);
    }
    Actor actor;
    RawSession raw;
    std::shared_ptr<Session> session;
};

template<typename Ours>
void compare(Person &person, const Screen &screen, int repeats, Ours ours)
{
    Timings byUs;
    Timings byLibpq;
    for (int i = -5; i < repeats; ++i) {
        Timings one;
        Timings other;
        if (one.measure(ours) == 0)
            qWarning("%s shows nothing.", qPrintable(screen.name));
        other.measure([&] { return person.raw.read(screen.statements); });
        if (i >= 0) {
            byUs.add(one);
            byLibpq.add(other);
        }
    }
    print(screen.name, byUs, byLibpq);
}

void compareScreens(Person &person, int repeats, DealId deal)
{
    const DealService deals(*person.session);
    const ApprovalService approvals(*person.session);
    const HistoryService history(*person.session);
    DealPageRequest newest;
    newest.limit = 50;
    compare(person, newestDeals(person.actor), repeats, [&] { return QCoro::waitFor(deals.page(newest))->rows.size(); });
    compare(person, inboxOf(person.actor), repeats, [&] { return QCoro::waitFor(approvals.inbox())->size(); });
    compare(person, detailOf(deal, person.actor), repeats, [&] { return QCoro::waitFor(deals.detail(deal))->approvals.size(); });
    compare(person, newestEvents(person.actor), repeats, [&] { return QCoro::waitFor(history.page({}, {}, 100))->events.size(); });
    compare(person, searchFor(u"cedar"_s, person.actor), repeats, [&] { return QCoro::waitFor(deals.search(u"cedar"_s, 20))->size(); });
}

Command commandOf(const QString &name, qint64 deal, qint64 version, const QJsonObject &arguments)
{
    return {name, QUuid::createUuid().toString(QUuid::WithoutBraces), 0, deal, version, arguments};
}

/// Every other one by the program, the others by libpq.
struct Turns {
    void take(Person &person, const Command &command)
    {
        const bool isOurs = count++ % 2 == 0;
        const bool isDone = isOurs ? ours.measure([&] { return QCoro::waitFor(person.session->workspace().execute(command)).has_value(); })
                                   : limit.measure([&] { return person.raw.command(command); });
        refused += isDone ? 0 : 1;
    }
    Timings ours;
    Timings limit;
    int count = 0;
    int refused = 0;
};

QJsonObject objectOf(const std::optional<QByteArray> &json)
{
    return QJsonDocument::fromJson(json.value_or(QByteArray())).object();
}

void printTurns(const QString &name, const Turns &turns)
{
    print(name, turns.ours, turns.limit);
    if (turns.refused > 0)
        out() << u"%1: %2 of %3 were refused\n"_s.arg(name).arg(turns.refused).arg(turns.count);
}

/// Owners save their drafts a few times, and submit them.
void compareDrafts(const Line &line, int drafts)
{
    const auto found = line.server.owner().must(
        u"SELECT d.id, u.username, d.version, c.content, p.plan FROM dealdesk.deals d JOIN dealdesk.users u ON u.id = d.owner_id "
        "JOIN dealdesk.deal_content c ON c.deal_id = d.id JOIN dealdesk.deal_routing_plan p ON p.deal_id = d.id "
        "WHERE d.status = 'draft' ORDER BY d.id LIMIT %1"_s.arg(drafts));
    Turns saves;
    Turns submissions;
    for (const auto &row : found.rows) {
        Person owner(line, QString::fromUtf8(*row[1]));
        const qint64 deal = row[0]->toLongLong();
        qint64 version = row[2]->toLongLong();
        QJsonObject draft = objectOf(row[3]);
        for (int i = 0; i < 4; ++i) {
            draft.insert(u"client_asks"_s, u"Net %1"_s.arg(30 + i));
            saves.take(owner,
                       commandOf(u"cmd_save_draft"_s, deal, version++, {{u"draft_type"_s, u"submission_draft"_s}, {u"draft"_s, draft}}));
        }
        submissions.take(owner, commandOf(u"cmd_submit_deal"_s, deal, version, {{u"draft"_s, draft}, {u"plan"_s, objectOf(row[4])}}));
    }
    printTurns(u"save a draft"_s, saves);
    printTurns(u"submit"_s, submissions);
}

void compareDecisions(Person &reviewer, const Line &line, int decisions)
{
    const auto tasks = line.server.owner().must(
        u"SELECT a.id, a.deal_id, d.version FROM dealdesk.deal_approvals a JOIN dealdesk.deals d ON d.id = a.deal_id "
        "WHERE a.status = 'pending' AND a.approval_stage = 1 AND a.department = 'finance' AND d.status IN ('submitted', 'under_review') "
        "ORDER BY a.id LIMIT %1"_s.arg(decisions));
    Turns turns;
    for (const auto &row : tasks.rows)
        turns.take(reviewer,
                   commandOf(u"cmd_decide"_s, row[1]->toLongLong(), row[2]->toLongLong(),
                             {{u"approval_id"_s, row[0]->toLongLong()},
                              {u"decision"_s, u"approve"_s},
                              {u"comments"_s, QString()},
                              {u"reason"_s, QString()},
                              {u"fields"_s, QJsonArray()}}));
    printTurns(u"approve"_s, turns);
}

DealId newestSigned(const BenchServer &server)
{
    return DealId(server.owner().must(u"SELECT max(id) FROM dealdesk.deals WHERE status = 'signed'"_s).integer());
}

} // namespace

void benchSingleUser(BenchServer &server, int repeats, std::chrono::milliseconds delay)
{
    Line line{server, nullptr};
    if (delay.count() > 0) {
        line.proxy = std::make_unique<test::Proxy>(server.cluster());
        line.proxy->setDelay(delay / 2, delay / 2);
        out() << u"\nAt %1 ms of round trip\n"_s.arg(delay.count());
    }
    out() << u"\n| one user, ms p50 / p95 / p99 | Deal Desk | libpq | ratio of p50 |\n|---|---|---|---|\n"_s;
    Person reviewer(line, u"finance03"_s);
    compareScreens(reviewer, repeats, newestSigned(server));
    compareDecisions(reviewer, line, repeats);
    compareDrafts(line, std::min(repeats, 20));
}

void benchRowSecurity(BenchServer &server, int repeats)
{
    const Actor reviewer = actorOf(server.connectionText(u"postgres"_s), u"finance03"_s);
    RawSession under(server.connectionText(u"finance03"_s));
    RawSession past(server.connectionText(u"postgres"_s));
    out() << u"\n| row-level security, ms p50 / p95 / p99 | as a reviewer | without it | ratio of p50 |\n|---|---|---|---|\n"_s;
    for (const Screen &screen : {newestDeals(reviewer), inboxOf(reviewer), detailOf(newestSigned(server), reviewer), newestEvents(reviewer),
                                 searchFor(u"cedar"_s, reviewer)}) {
        Timings with;
        Timings without;
        for (int i = -5; i < repeats; ++i) {
            Timings one;
            Timings other;
            one.measure([&] { return under.read(screen.statements); });
            other.measure([&] { return past.read(screen.statements); });
            if (i >= 0) {
                with.add(one);
                without.add(other);
            }
        }
        print(screen.name, with, without);
    }
}

} // namespace dealdesk::bench
