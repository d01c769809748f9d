#include "hostile_statements.h"

#include "sql/command_fixture.h"
#include "support/postgres/pg_test_database.h"

#include <QJsonDocument>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

struct Kind {
    QString name;
    QString login;
    bool isSomebody; ///< an active person of the desk
    /// The id of a command that they have sent.
    [[nodiscard]] QString command() const { return QUuid::createUuidV5(QUuid(), name).toString(QUuid::WithoutBraces); }
};

const QList<Kind> kKinds{{u"seller"_s, u"seller"_s, true}, {u"reviewer"_s, u"finance"_s, true},   {u"approver"_s, u"vp"_s, true},
                         {u"admin"_s, u"admin"_s, true},   {u"outsider"_s, u"outsider"_s, false}, {u"leaver"_s, u"svp"_s, false}};
const QStringList kFiles{u"tables"_s, u"identity"_s, u"logic"_s, u"reading"_s, u"server"_s, u"commands"_s, u"values"_s};
const QString kColleaguesCommand = u"11111111-0000-0000-0000-000000000000"_s;

QString json(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

/// Everybody who may sign in to the database, with psql in hand: what they try is refused with the code that it should be, and nothing is
/// written.
class TestHostilePeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesEverybody_data();
    void refusesEverybody();
    void acceptsOnlyWhatIsListed_data();
    void acceptsOnlyWhatIsListed();
    void triesEnough();
    void tellsTheTimeItself();
    void followsNobodysSettings();
    void cleanupTestCase();

private:
    PgTestDatabase &database() { return static_cast<PgTestDatabase &>(m_fixture->database()); }
    void makePeople();
    void makeDeals();
    QHash<QString, QString> valuesFor(const Kind &kind);
    /// What is stored, and what it is stored with: functions, policies, rights, settings of roles.
    QByteArray everything();
    /// "" when it went as it should.
    QString trying(Psql &session, const HostileStatement &entry, const Kind &kind, const QHash<QString, QString> &values);

    std::unique_ptr<CommandFixture> m_fixture;
    std::unique_ptr<Psql> m_colleague; ///< sits there all the time
};

void TestHostilePeople::initTestCase()
{
    qputenv("DEALDESK_TEST_DATABASE", "postgresql");
    m_fixture = std::make_unique<CommandFixture>();
    makePeople();
    makeDeals();
}

void TestHostilePeople::makePeople()
{
    CommandFixture &f = *m_fixture;
    const auto save = [&f](const QString &name, const QJsonObject &person) {
        QJsonObject all{
            {u"username"_s, name}, {u"email"_s, QString(name + "@example.com"_L1)}, {u"first_name"_s, name}, {u"last_name"_s, u"Tester"_s}};
        for (auto it = person.begin(); it != person.end(); ++it)
            all[it.key()] = it.value();
        const auto saved = f.runOn(f.value(u"SELECT version FROM users WHERE username = ?"_s, {name}).toLongLong(), u"save_user"_s,
                                   u"admin"_s, all);
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    };
    save(u"colleague"_s,
         {{u"role"_s, u"department_reviewer"_s}, {u"department"_s, u"legal"_s}, {u"is_active"_s, true}, {u"password"_s, testVerifier()}});
    save(u"svp"_s, {{u"id"_s, f.user(u"svp"_s)}, {u"role"_s, u"approver"_s}, {u"approval_level"_s, u"svp"_s}, {u"is_active"_s, false}});
    // the leaver's login was left on by somebody; an outsider may sign in and is nobody's account
    database().psql().must(u"ALTER ROLE svp LOGIN; CREATE ROLE outsider LOGIN IN ROLE dealdesk_user; CREATE ROLE bystander LOGIN"_s);
    m_colleague = std::make_unique<Psql>(database().psql(u"colleague"_s));
    QVERIFY2(m_colleague->isOpen(), qPrintable(m_colleague->problem()));
}

/// As hostile/commands.sql tells them.
void TestHostilePeople::makeDeals()
{
    CommandFixture &f = *m_fixture;
    QCOMPARE(f.approvedDeal(), 1);
    QCOMPARE(f.submittedDeal(), 2);
    QCOMPARE(f.submittedDeal(), 3);
    f.done(u"recall_deal"_s, u"seller"_s, 3, {{u"reason"_s, u"wait"_s}});
    QCOMPARE(f.savedDeal(), 4);
    QJsonObject hidden = CommandFixture::draft();
    hidden[u"deal_name"_s] = u"Hidden"_s;
    QCOMPARE(f.done(u"save_draft"_s, u"seller2"_s, {}, {{u"draft"_s, hidden}}).value("deal_id"_L1).toInteger(), 5);
    const auto say = [&f](const QString &id, const QString &login, const QString &words) {
        QVERIFY(f.run(Command{u"cmd_comment"_s, id, f.user(login), 2, {}, {{u"body"_s, words}}}));
    };
    say(kColleaguesCommand, u"colleague"_s, u"colleague was here"_s);
    for (const Kind &kind : kKinds) {
        if (kind.isSomebody)
            say(kind.command(), kind.login, u"own words"_s);
    }
}

QHash<QString, QString> TestHostilePeople::valuesFor(const Kind &kind)
{
    CommandFixture &f = *m_fixture;
    const auto idOf = [&f](const QString &name) { return QString::number(f.user(name)); };
    const auto taskOf = [&f](int deal, const QString &department) {
        return f.value(u"SELECT min(id) FROM deal_approvals WHERE deal_id = ? AND department = ?"_s, {deal, department}).toString();
    };
    QJsonObject lowPlan = f.plan();
    lowPlan[u"level"_s] = u"manager"_s;
    QHash<QString, QString> values{{u"me"_s, kind.login},
                                   {u"my_id"_s, idOf(kind.login)},
                                   {u"admin_id"_s, idOf(u"admin"_s)},
                                   {u"seller_id"_s, idOf(u"seller"_s)},
                                   {u"reviewer_id"_s, idOf(u"finance"_s)},
                                   {u"admin_version"_s, f.value(u"SELECT version FROM users WHERE username = 'admin'"_s).toString()},
                                   {u"decided_task"_s, taskOf(1, u"finance"_s)},
                                   {u"finance_task"_s, taskOf(2, u"finance"_s)},
                                   {u"trading_task"_s, taskOf(2, u"trading"_s)},
                                   {u"withdrawn_task"_s, taskOf(3, u"finance"_s)},
                                   {u"hidden_deal"_s, u"5"_s},
                                   {u"draft"_s, json(CommandFixture::draft())},
                                   {u"plan"_s, json(f.plan())},
                                   {u"low_plan"_s, json(lowPlan)},
                                   {u"database"_s, database().name()},
                                   {u"own_command"_s, u"'%1'"_s.arg(kind.command())},
                                   {u"colleagues_command"_s, u"'%1'"_s.arg(kColleaguesCommand)}};
    for (int deal = 1; deal <= 5; ++deal)
        values.insert(u"version_%1"_s.arg(deal), f.value(u"SELECT version FROM deals WHERE id = ?"_s, {deal}).toString());
    return values;
}

QByteArray TestHostilePeople::everything()
{
    const QString parts =
        u"SELECT md5(string_agg(x, '|' ORDER BY x)) FROM ("
        " SELECT (relname, relowner, relacl, relrowsecurity, relforcerowsecurity, reloptions)::text x FROM pg_class"
        " UNION ALL SELECT (p.oid, proname, proowner, proacl, prosrc, proconfig, prosecdef)::text FROM pg_proc p"
        " UNION ALL SELECT (nspname, nspowner, nspacl)::text FROM pg_namespace"
        " UNION ALL SELECT p::text FROM pg_policy p UNION ALL SELECT t::text FROM pg_trigger t UNION ALL SELECT r::text FROM pg_rewrite r"
        " UNION ALL SELECT (rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls, rolconnlimit)::text"
        " FROM pg_authid UNION ALL SELECT m::text FROM pg_auth_members m UNION ALL SELECT s::text FROM pg_db_role_setting s"
        " UNION ALL SELECT d.datname FROM pg_database d UNION ALL SELECT l.loid::text FROM pg_largeobject l) everything (x)"_s;
    return m_fixture->fingerprint() + database().psql().must(parts).text().toUtf8();
}

QString TestHostilePeople::trying(Psql &session, const HostileStatement &entry, const Kind &kind, const QHash<QString, QString> &values)
{
    PgAnswer answer;
    for (const QString &step : entry.steps) {
        answer = session.run(withValues(step, values));
        if (!answer.worked())
            break;
    }
    session.run(u"ROLLBACK"_s);
    session.run(u"DISCARD ALL"_s);
    const QString expected = entry.expectedFor(kind.name, kind.isSomebody);
    const QString got = answer.worked() ? (answer.rows.isEmpty() ? u"none"_s : u"some"_s) : QString::fromUtf8(answer.sqlState);
    if (got == expected || (expected == "accepted"_L1 && answer.worked()))
        return {};
    return u"\n  %1 %2: %3 instead of %4 (%5)"_s.arg(entry.name, values.value(u"table"_s), got, expected, answer.message);
}

void TestHostilePeople::refusesEverybody_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("file");
    for (const Kind &kind : kKinds) {
        for (const QString &file : kFiles)
            QTest::addRow("%s: %s", qPrintable(kind.name), qPrintable(file)) << kind << file;
    }
}

void TestHostilePeople::refusesEverybody()
{
    QFETCH(Kind, kind);
    QFETCH(QString, file);
    const QByteArray before = everything();
    QHash<QString, QString> values = valuesFor(kind);
    const auto tables = database().psql().must(
        u"SELECT 'dealdesk.' || relname, attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND attnum = 1"
        " WHERE relnamespace = 'dealdesk'::regnamespace AND relkind = 'r' ORDER BY 1"_s);
    Psql session = database().psql(kind.login);
    QVERIFY2(session.isOpen(), qPrintable(session.problem()));
    QString wrong;
    const QList<HostileStatement> entries = HostileStatement::of(file);
    for (const HostileStatement &entry : entries) {
        if (!entry.concernsEveryTable()) {
            wrong += trying(session, entry, kind, values);
            continue;
        }
        for (const auto &table : tables.rows) {
            values[u"table"_s] = QString::fromUtf8(*table[0]);
            values[u"column"_s] = QString::fromUtf8(*table[1]);
            wrong += trying(session, entry, kind, values);
        }
        values.remove(u"table"_s);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QCOMPARE(everything(), before);
    QVERIFY(m_colleague->run(u"SELECT 1"_s).worked());
}

void TestHostilePeople::acceptsOnlyWhatIsListed_data()
{
    QTest::addColumn<Kind>("kind");
    for (const Kind &kind : kKinds)
        QTest::newRow(qPrintable(kind.name)) << kind;
}

void TestHostilePeople::acceptsOnlyWhatIsListed()
{
    QFETCH(Kind, kind);
    const QByteArray before = everything();
    const QHash<QString, QString> values = valuesFor(kind);
    Psql session = database().psql(kind.login);
    const QList<HostileStatement> entries = HostileStatement::of(u"accepted"_s);
    QVERIFY(entries.size() <= 10);
    for (const HostileStatement &entry : entries) {
        QVERIFY2(!entry.reason.isEmpty(), qPrintable(entry.name));
        const QString wrong = trying(session, entry, kind, values);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
    QCOMPARE(everything(), before);
}

void TestHostilePeople::triesEnough()
{
    qsizetype tried = 0;
    for (const QString &file : kFiles)
        tried += HostileStatement::of(file).size();
    QVERIFY2(tried >= 250, qPrintable(QString::number(tried)));
}

/// Somebody keeps a transaction open to have what they do now look as if it was done then.
void TestHostilePeople::tellsTheTimeItself()
{
    Psql session = database().psql(u"finance"_s);
    session.must(u"BEGIN"_s);
    session.must(u"SELECT pg_sleep(0.05)"_s);
    session.must(u"SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, 2, NULL, '{\"approval_id\": %1, \"decision\": \"approve\"}')"_s.arg(
        valuesFor(kKinds[1]).value(u"finance_task"_s)));
    const PgAnswer late = session.must(
        u"SELECT count(*) FROM dealdesk.approval_actions WHERE created_at >= now() + interval '50 ms'"
        " UNION ALL SELECT count(*) FROM dealdesk.deal_status_history WHERE changed_at >= now() + interval '50 ms'"
        " UNION ALL SELECT count(*) FROM dealdesk.deal_approvals WHERE completed_at >= now() + interval '50 ms'"_s);
    QCOMPARE(late.column(), QStringList({u"1"_s, u"1"_s, u"1"_s}));
    session.must(u"ROLLBACK"_s);
}

/// Somebody sets their session up so that a command may read or write something else than it means.
void TestHostilePeople::followsNobodysSettings()
{
    const auto submitted = [this](const QString &settings) {
        const QHash<QString, QString> values = valuesFor(kKinds[0]);
        Psql session = database().psql(u"seller"_s);
        session.must(u"BEGIN; "_s + settings);
        session.must(withValues(
            u"SELECT dealdesk.cmd_submit_deal(gen_random_uuid(), 1, 4, :version_4, '{\"draft\": :draft, \"plan\": :plan}')"_s, values));
        session.must(u"RESET ALL"_s);
        return session
            .must(
                u"SELECT content::text FROM dealdesk.deal_revisions WHERE deal_id = 4"
                " UNION ALL SELECT status || contract_term || term_end_date || routing_level FROM dealdesk.deals WHERE id = 4"
                " UNION ALL SELECT string_agg(department || (due_date AT TIME ZONE 'UTC'), ',' ORDER BY id) FROM dealdesk.deal_approvals WHERE deal_id = 4"_s)
            .column();
    };
    const QStringList plain = submitted({});
    QCOMPARE(submitted(u"SET TimeZone = 'Pacific/Kiritimati'; SET DateStyle = 'German, DMY'; SET IntervalStyle = 'sql_standard'"_s), plain);
    QCOMPARE(submitted(u"SET TimeZone = '-12'; SET search_path = pg_temp, public; SET bytea_output = 'escape'"_s), plain);
    QCOMPARE(submitted(u"SET xmlbinary = 'hex'; SET backslash_quote = on; SET transform_null_equals = on; SET extra_float_digits = -15"_s),
             plain);
}

void TestHostilePeople::cleanupTestCase()
{
    m_colleague.reset();
    m_fixture.reset();
}

QTEST_GUILESS_MAIN(TestHostilePeople)
#include "tst_hostile_people.moc"
