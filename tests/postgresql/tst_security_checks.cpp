#include "security_database.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace dealdesk::test;

/// The security model of the PostgreSQL database: what is refused to whom, and rules about how it is built.
class TestSecurityChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { session().must(u"BEGIN"_s); }
    void cleanup() { session().must(u"ROLLBACK"_s); }
    void refusesAndAllows_data();
    void refusesAndAllows();
    void keepsTheRules_data();
    void keepsTheRules();
    void noticesABrokenRule_data();
    void noticesABrokenRule();
    void findsNothingInTheFunctions();
    void noticesABadFunction();
    void wantsCommandsReadCommitted_data();
    void wantsCommandsReadCommitted();

private:
    Psql &session() { return m_database->session(); }
    std::optional<SecurityDatabase> m_database;
};

void TestSecurityChecks::initTestCase()
{
    if (const QString obstacle = SecurityDatabase::obstacle(); !obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
    m_database.emplace();
}

void TestSecurityChecks::refusesAndAllows_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : SecurityDatabase::checkFiles())
        QTest::newRow(qPrintable(file)) << file;
}

void TestSecurityChecks::refusesAndAllows()
{
    QFETCH(const QString, file);
    const QStringList failures = m_database->failuresOf(file);
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
}

void TestSecurityChecks::keepsTheRules_data()
{
    QTest::addColumn<QString>("query");
    for (const LintRule &rule : lintRules())
        QTest::newRow(qPrintable(rule.name)) << rule.query;
}

void TestSecurityChecks::keepsTheRules()
{
    QFETCH(const QString, query);
    const QStringList offenders = session().must(query).column();
    QVERIFY2(offenders.isEmpty(), qPrintable(offenders.join(u'\n')));
}

void TestSecurityChecks::noticesABrokenRule_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("breaker");
    for (const LintRule &rule : lintRules()) {
        QVERIFY2(!rule.breakers.isEmpty(), qPrintable(rule.name));
        for (const QString &breaker : rule.breakers)
            QTest::addRow("%s: %s", qPrintable(rule.name), qPrintable(breaker.left(70))) << rule.query << breaker;
    }
}

void TestSecurityChecks::noticesABrokenRule()
{
    QFETCH(const QString, query);
    QFETCH(const QString, breaker);
    session().must(breaker);
    QVERIFY(!session().must(query).rows.isEmpty());
}

void TestSecurityChecks::findsNothingInTheFunctions()
{
    const QStringList found = session().must(SecurityDatabase::text(u"checks/plpgsql_check.sql"_s)).column();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestSecurityChecks::noticesABadFunction()
{
    session().must(u"CREATE FUNCTION dealdesk_steps.other(p_name text) RETURNS void LANGUAGE plpgsql AS "
                   "$$ BEGIN EXECUTE 'SELECT ' || p_name; PERFORM 1 FROM dealdesk.nothing; END $$"_s);
    const QStringList found = session().must(SecurityDatabase::text(u"checks/plpgsql_check.sql"_s)).column();
    QVERIFY(!found.filter(u"dealdesk_steps.other"_s).filter(u"security"_s).isEmpty());
    QVERIFY(!found.filter(u"dealdesk_steps.other"_s).filter(u"error"_s).isEmpty());
}

void TestSecurityChecks::wantsCommandsReadCommitted_data()
{
    QTest::addColumn<QString>("isolation");
    QTest::addColumn<QByteArray>("sqlState");
    QTest::newRow("read committed") << u"READ COMMITTED"_s << QByteArray();
    QTest::newRow("repeatable read") << u"REPEATABLE READ"_s << QByteArray("DD001");
    QTest::newRow("serializable") << u"SERIALIZABLE"_s << QByteArray("DD001");
    QTest::newRow("read only") << u"READ COMMITTED READ ONLY"_s << QByteArray("25006");
}

void TestSecurityChecks::wantsCommandsReadCommitted()
{
    QFETCH(const QString, isolation);
    QFETCH(const QByteArray, sqlState);
    Psql sally = m_database->database().psql(u"sally"_s);
    sally.must(u"BEGIN ISOLATION LEVEL "_s + isolation);
    const QString comment = u"SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, 2, '{\"body\":\"x\"}')"_s;
    QCOMPARE(sally.run(comment).sqlState, sqlState);
    sally.must(u"ROLLBACK"_s);
}

QTEST_GUILESS_MAIN(TestSecurityChecks)
#include "tst_security_checks.moc"
