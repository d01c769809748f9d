#include "hostile_statements.h"

#include "sql/command_fixture.h"
#include "support/postgres/pg_test_database.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// Two commands that belong together, the second sent while the first is not through: it waits, and then goes by what the first has left.
class TestWaiting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DEALDESK_TEST_DATABASE", "postgresql"); }
    void goesByWhatTheFirstHasLeft_data();
    void goesByWhatTheFirstHasLeft();
    void handsNothingToWhoLeavesToo();
    void takesThePlaceOfATwinThatFailed();
    void letsStrangersPass_data();
    void letsStrangersPass();
};

namespace {

/// A deal that seller has submitted, deal 1, with a task for finance; version 2. People as in CommandFixture.
class Desk {
public:
    Desk() : m_task(QString::number(m_fixture.taskOf(m_fixture.submittedDeal(), u"finance"_s))) {}

    CommandFixture &fixture() { return m_fixture; }
    Psql as(const QString &login)
    {
        Psql session = static_cast<PgTestDatabase &>(m_fixture.database()).psql(login);
        if (!session.isOpen())
            qFatal("%s: %s", qPrintable(login), qPrintable(session.problem()));
        return session;
    }
    QString filled(const QString &sql)
    {
        QHash<QString, QString> values{{u"task"_s, m_task}};
        for (const QString &name : {u"finance"_s, u"finance2"_s, u"seller2"_s, u"svp"_s}) {
            values.insert(name, QString::number(m_fixture.user(name)));
            values.insert(name + "_version"_L1, m_fixture.value(u"SELECT version FROM users WHERE username = ?"_s, {name}).toString());
        }
        return withValues(sql, values);
    }
    /// Whether a session hangs on a lock, within ten seconds.
    bool waits(const Psql &session)
    {
        Psql watcher = as(u"postgres"_s);
        const QString sql = u"SELECT count(*) FROM pg_stat_activity WHERE pid = %1 AND wait_event_type = 'Lock'"_s.arg(session.processId());
        return QTest::qWaitFor([&] { return watcher.must(sql).integer() == 1; }, 10'000);
    }

private:
    CommandFixture m_fixture;
    QString m_task;
};

const QString kDecide = u"SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, 1, 2, '{\"approval_id\": :task, \"decision\": \"approve\"}')"_s;
const QString kClaim = u"SELECT dealdesk.cmd_claim(gen_random_uuid(), 1, 1, 2, '{\"approval_id\": :task}')"_s;
const QString kAssign = u"SELECT dealdesk.cmd_assign(gen_random_uuid(), 1, 1, 2, '{\"approval_id\": :task, \"assignee_id\": :finance2}')"_s;
const QString kRecall = u"SELECT dealdesk.cmd_recall_deal(gen_random_uuid(), 1, 1, 2, '{\"reason\": \"wait\"}')"_s;
const QString kTransfer = u"SELECT dealdesk.cmd_transfer_deal(gen_random_uuid(), 1, 1, 2, '{\"owner_id\": :seller2}')"_s;
const QString kComment = u"SELECT dealdesk.cmd_comment('3f0c2f1e-9d5c-4b2e-8b7a-2f6f4c1d0a11', 1, 1, NULL, '{\"body\": \"once\"}')"_s;

/// An administrator deactivates somebody.
QString leaving(const QString &name, const QString &role, const QString &department)
{
    return u"SELECT dealdesk.cmd_save_user(gen_random_uuid(), 1, NULL, :%1_version, '{\"id\": :%1, \"username\": \"%1\","
           " \"email\": \"%1@example.com\", \"role\": \"%2\", \"department\": %3, \"is_active\": false}')"_s.arg(name, role, department);
}

QString reviewerLeaving()
{
    return leaving(u"finance2"_s, u"department_reviewer"_s, u"\"finance\""_s);
}

} // namespace

void TestWaiting::goesByWhatTheFirstHasLeft_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("firstSql");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("secondSql");
    QTest::addColumn<QString>("state");  // of the second
    QTest::addColumn<QString>("leaves"); // of the task: status, and whether somebody active has it or has done it
    const auto row = [](const char *name, const QString &first, const QString &firstSql, const QString &second, const QString &secondSql,
                        const QString &state,
                        const QString &leaves) { QTest::newRow(name) << first << firstSql << second << secondSql << state << leaves; };
    const QString admin = u"admin"_s;
    row("a decision by somebody who leaves", admin, reviewerLeaving(), u"finance2"_s, kDecide, u"DD403"_s, u"pending by nobody"_s);
    row("somebody leaves who decides", u"finance2"_s, kDecide, admin, reviewerLeaving(), {}, u"approved by finance2"_s);
    row("an assignment to somebody who leaves", admin, reviewerLeaving(), admin, kAssign, u"DD403"_s, u"pending by nobody"_s);
    row("somebody leaves who is given a task", admin, kAssign, admin, reviewerLeaving(), {}, u"pending by nobody"_s);
    row("a transfer to somebody who leaves", admin, leaving(u"seller2"_s, u"seller"_s, u"null"_s), admin, kTransfer, u"DD422"_s,
        u"pending by nobody"_s);
    row("two take a task", u"finance"_s, kClaim, u"finance2"_s, kClaim, u"DD412"_s, u"pending by finance"_s);
    row("two decide a task", u"finance"_s, kDecide, u"finance2"_s, kDecide, u"DD412"_s, u"approved by finance"_s);
    row("a decision on what is taken back", u"seller"_s, kRecall, u"finance"_s, kDecide, u"DD412"_s, u"withdrawn by nobody"_s);
    row("taking back what is decided", u"finance"_s, kDecide, u"seller"_s, kRecall, {}, u"approved by finance"_s);
    row("a decision on what is transferred", admin, kTransfer, u"finance"_s, kDecide, {}, u"approved by finance"_s);
    row("taking back twice", u"seller"_s, kRecall, u"seller"_s, kRecall, u"DD412"_s, u"withdrawn by nobody"_s);
    row("a command sent twice", u"seller"_s, kComment, u"seller"_s, kComment, {}, u"pending by nobody"_s);
}

void TestWaiting::goesByWhatTheFirstHasLeft()
{
    QFETCH(QString, first);
    QFETCH(QString, firstSql);
    QFETCH(QString, second);
    QFETCH(QString, secondSql);
    Desk desk;
    Psql early = desk.as(first);
    early.must(u"BEGIN"_s);
    early.must(desk.filled(firstSql));
    Psql late = desk.as(second);
    PgAnswer answer;
    std::thread sender([&late, &answer, sql = desk.filled(secondSql)] { answer = late.run(sql); });
    const bool waited = desk.waits(late);
    early.must(u"COMMIT"_s);
    sender.join();
    QVERIFY(waited);
    QTEST(QString::fromUtf8(answer.sqlState), "state");
    QTEST(desk.fixture()
              .value(u"SELECT a.status || ' by ' || coalesce(u.username, 'nobody') FROM deal_approvals a"
                     " LEFT JOIN users u ON u.id = coalesce(a.completed_by, a.assigned_to) WHERE a.department = 'finance'"_s)
              .toString(),
          "leaves");
    QVERIFY(desk.fixture().value(u"SELECT count(*) FROM deal_comments"_s).toInt() <= 1);
}

/// finance inherits what finance2 has, and both leave.
void TestWaiting::handsNothingToWhoLeavesToo()
{
    Desk desk;
    QVERIFY(desk.fixture().connection().execute(
        desk.filled(u"UPDATE approval_departments SET default_assignee = :finance WHERE department = 'finance'"_s), u"heir"_s));
    desk.as(u"finance2"_s).must(desk.filled(kClaim));
    Psql early = desk.as(u"admin"_s);
    early.must(u"BEGIN"_s);
    early.must(desk.filled(leaving(u"finance"_s, u"department_reviewer"_s, u"\"finance\""_s)));
    Psql late = desk.as(u"admin"_s);
    PgAnswer answer;
    std::thread sender([&late, &answer, sql = desk.filled(reviewerLeaving())] { answer = late.run(sql); });
    const bool waited = desk.waits(late);
    early.must(u"COMMIT"_s);
    sender.join();
    QVERIFY(waited);
    QVERIFY2(answer.worked(), qPrintable(answer.message));
    QCOMPARE(desk.fixture().value(u"SELECT count(*) FROM deal_approvals WHERE assigned_to IS NOT NULL"_s).toInt(), 0);
}

void TestWaiting::takesThePlaceOfATwinThatFailed()
{
    Desk desk;
    Psql early = desk.as(u"seller"_s);
    early.must(u"BEGIN"_s);
    early.must(kComment);
    Psql late = desk.as(u"seller"_s);
    PgAnswer answer;
    std::thread sender([&late, &answer] { answer = late.run(kComment); });
    const bool waited = desk.waits(late);
    early.must(u"ROLLBACK"_s);
    sender.join();
    QVERIFY(waited);
    QVERIFY2(answer.worked(), qPrintable(answer.message));
    QCOMPARE(desk.fixture().value(u"SELECT count(*) FROM deal_comments"_s).toInt(), 1);
}

void TestWaiting::letsStrangersPass_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("sql");
    QTest::newRow("a reader") << u"vp"_s << u"SELECT count(*) FROM dealdesk.deal_list JOIN dealdesk.inbox USING (version)"_s;
    QTest::newRow("a seller's next draft") << u"seller2"_s
                                           << u"SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{\"draft\": {}}')"_s;
    QTest::newRow("an administrator, about a person who is not meant")
        << u"admin"_s
        << leaving(u"svp"_s, u"approver"_s, u"null"_s).replace(u"\"is_active\""_s, u"\"approval_level\": \"svp\", \"is_active\""_s);
}

/// While a deal is being decided nobody waits who does not want to write it.
void TestWaiting::letsStrangersPass()
{
    QFETCH(QString, login);
    QFETCH(QString, sql);
    Desk desk;
    Psql early = desk.as(u"finance"_s);
    early.must(u"BEGIN"_s);
    early.must(desk.filled(kDecide));
    Psql other = desk.as(login);
    other.must(u"SET lock_timeout = '2s'"_s);
    const PgAnswer answer = other.run(desk.filled(sql));
    QVERIFY2(answer.worked(), qPrintable(answer.message));
}

QTEST_GUILESS_MAIN(TestWaiting)
#include "tst_waiting.moc"
