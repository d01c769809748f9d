#include "bench/postgresql/crowd.h"

#include "bench/postgresql/pgbench.h"
#include "bench/postgresql/screens.h"
#include "bench/postgresql/timings.h"
#include "data/rows.h"
#include "data/sql_executor.h"
#include "services/deal_detail_reader.h"
#include "services/deal_rows.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTextStream>
#include <QUuid>

#include <array>
#include <thread>

using namespace Qt::StringLiterals;

namespace dealdesk::bench {

namespace {

constexpr int kThreads = 16;
constexpr double kThinkSeconds = 5;

using Clock = std::chrono::steady_clock;
using Figures = std::array<Timings, kDeeds>;

struct Person {
    Actor actor;
    std::unique_ptr<Connection> connection;
    Clock::time_point due;
};

Clock::duration thinkTime(QRandomGenerator &random)
{
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(random.generateDouble() * 2 * kThinkSeconds));
}

Deed chosen(QRandomGenerator &random)
{
    const int percent = random.bounded(100);
    return percent < 40 ? Deed::List : percent < 60 ? Deed::Inbox : percent < 90 ? Deed::Detail : Deed::Comment;
}

bool act(Person &person, Deed deed, qint64 deal)
{
    Connection &connection = *person.connection;
    const auto textsOf = [](const Query &row) { return row.text(0) + row.text(5) + row.text(13) + row.text(22); };
    switch (deed) {
    case Deed::List: {
        const SqlText page = newestDeals(person.actor).statements.first();
        return readRows(connection, page.sql, page.values, dealRowFrom).has_value();
    }
    case Deed::Inbox: return readNamed(connection, u"inbox"_s, {person.actor.id.value(), false}, textsOf).has_value();
    case Deed::Detail: return readDealDetail(connection, DealId(deal), person.actor).has_value();
    case Deed::Comment: {
        const Command command{u"cmd_comment"_s,          QUuid::createUuid().toString(QUuid::WithoutBraces), 0, deal, {},
                              {{u"body"_s, u"Noted."_s}}};
        return connection.command(command).has_value();
    }
    }
    return false;
}

/// One thread's people, one after the other as they are due.
void live(QList<Person *> people, Clock::time_point end, const QList<qint64> &deals, Figures &figures, int &failures)
{
    QRandomGenerator random = QRandomGenerator::securelySeeded();
    for (Person *person : people)
        person->due = Clock::now() + thinkTime(random);
    for (;;) {
        Person *next = *std::min_element(people.begin(), people.end(), [](Person *a, Person *b) { return a->due < b->due; });
        if (next->due > end)
            return;
        std::this_thread::sleep_until(next->due);
        const Deed deed = chosen(random);
        const qint64 deal = deals.at(random.bounded(deals.size()));
        failures += figures[size_t(deed)].measure([&] { return act(*next, deed, deal); }) ? 0 : 1;
        next->due = Clock::now() + thinkTime(random);
    }
}

QList<qint64> recentDeals(const BenchServer &server)
{
    QList<qint64> deals;
    const QStringList ids =
        server.owner().must(u"SELECT id FROM dealdesk.deals WHERE visible_since IS NOT NULL ORDER BY id DESC LIMIT 2000"_s).column();
    for (const QString &id : ids)
        deals.append(id.toLongLong());
    return deals;
}

/// MiB that only this process of the server has, on average over all sessions.
double privateMebibytes(const BenchServer &server)
{
    static const QRegularExpression line(u"^Private_(?:Clean|Dirty): +(\\d+) kB"_s, QRegularExpression::MultilineOption);
    const QStringList processes =
        server.owner().must(u"SELECT pid FROM pg_stat_activity WHERE datname = 'desk' AND pid <> pg_backend_pid()"_s).column();
    double kibibytes = 0;
    for (const QString &process : processes) {
        QFile file(u"/proc/%1/smaps_rollup"_s.arg(process));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto matches = line.globalMatch(QString::fromLatin1(file.readAll()));
        while (matches.hasNext())
            kibibytes += matches.next().captured(1).toDouble();
    }
    return processes.isEmpty() ? 0 : kibibytes / 1024 / double(processes.size());
}

std::vector<Person> signedIn(const BenchServer &server, int people)
{
    const QStringList logins = server.logins({});
    std::vector<Person> all(static_cast<size_t>(people));
    for (int i = 0; i < people; ++i) {
        const QString login = logins.at(i % logins.size());
        auto opened = Connection::open(server.location(login), Connection::Role::Main);
        if (!opened)
            qFatal("%s: %s", qPrintable(login), qPrintable(opened.error().detail));
        all[size_t(i)] = {actorOf(server.connectionText(u"postgres"_s), login), std::move(*opened), {}};
    }
    return all;
}

} // namespace

void benchCrowd(BenchServer &server, int people, int seconds)
{
    std::vector<Person> all = signedIn(server, people);
    const QList<qint64> deals = recentDeals(server);
    std::array<Figures, kThreads> figures;
    std::array<int, kThreads> failures{};
    std::vector<std::thread> threads;
    const auto end = Clock::now() + std::chrono::seconds(seconds);
    for (int t = 0; t < kThreads; ++t) {
        QList<Person *> mine;
        for (int i = t; i < people; i += kThreads)
            mine.append(&all[size_t(i)]);
        threads.emplace_back([&, t, mine] { live(mine, end, deals, figures[size_t(t)], failures[size_t(t)]); });
    }
    for (std::thread &thread : threads)
        thread.join();

    Figures total;
    Timings everything;
    int failed = 0;
    for (size_t t = 0; t < kThreads; ++t) {
        failed += failures[t];
        for (size_t deed = 0; deed < kDeeds; ++deed) {
            total[deed].add(figures[t][deed]);
            everything.add(figures[t][deed]);
        }
    }
    const double memory = privateMebibytes(server);
    all.clear();
    const double rate = people / kThinkSeconds;
    const auto limit = runPgbench(server, people, rate, seconds, deals);

    QTextStream out(stdout);
    out << u"\n| %1 people, ms p50 / p95 / p99 | Deal Desk | pgbench | ratio of p95 |\n|---|---|---|---|\n"_s.arg(people);
    Timings everythingOfPgbench;
    for (size_t deed = 0; deed < kDeeds; ++deed) {
        out << u"| %1 | %2 | %3 | %4 |\n"_s.arg(nameOf(Deed(deed)), total[deed].text(), limit[deed].text())
                   .arg(total[deed].percentile(95) / std::max(limit[deed].percentile(95), 0.001), 0, 'f', 2);
        everythingOfPgbench.add(limit[deed]);
    }
    out << u"| all | %1 | %2 | %3 |\n"_s.arg(everything.text(), everythingOfPgbench.text())
               .arg(everything.percentile(95) / std::max(everythingOfPgbench.percentile(95), 0.001), 0, 'f', 2);
    out << u"%1 actions in %2 s, %3 failed; %4 MiB of the server's memory for each session alone\n"_s.arg(everything.count())
               .arg(seconds)
               .arg(failed)
               .arg(memory, 0, 'f', 1);
}

void benchRestart(BenchServer &server, int people)
{
    const QStringList logins = server.logins({});
    std::vector<std::unique_ptr<SqlExecutor>> executors;
    const auto look = [](Connection &connection) {
        return readNamed(connection, u"policy"_s, {}, [](const Query &row) { return row.integer(0); });
    };
    const auto everybodyAnswers = [&] {
        QList<QFuture<Result<QList<qint64>>>> answers;
        for (const auto &executor : executors)
            answers.append(executor->run(look));
        bool isComplete = true;
        for (auto &answer : answers) {
            answer.waitForFinished();
            isComplete = isComplete && answer.result().has_value();
        }
        return isComplete;
    };
    for (int i = 0; i < people; ++i)
        executors.push_back(std::make_unique<SqlExecutor>(server.location(logins.at(i % logins.size()))));
    if (!everybodyAnswers())
        qFatal("Not everybody could sign in.");
    server.cluster().stop();
    server.cluster().start();
    QElapsedTimer timer;
    timer.start();
    while (!everybodyAnswers() && timer.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    QTextStream(stdout) << u"\n%1 people are back %2 s after a restart of the server\n"_s.arg(people).arg(double(timer.elapsed()) / 1000, 0,
                                                                                                          'f', 1);
}

} // namespace dealdesk::bench
