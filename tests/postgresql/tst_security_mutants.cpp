#include "lock_scenarios.h"
#include "security_database.h"
#include "support/soak.h"

#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace dealdesk::test;

Q_DECLARE_METATYPE(LockScenario)

/// Takes one stone out of the wall at a time: every check, grant, policy, guard, lock and path that goes missing is noticed by some check.
/// Each within a transaction that is rolled back. A soak takes them all, an ordinary run some.
class TestSecurityMutants : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noticesEveryMissingStone_data();
    void noticesEveryMissingStone();
    void noticesAMissingSnapshotCheck();
    void locksWhatItReads_data();
    void locksWhatItReads();
    void noticesEveryMissingLock_data();
    void noticesEveryMissingLock();

private:
    struct Function {
        QString name;
        QString text;
    };

    Psql &session() { return m_database->session(); }
    QList<Function> functions();
    void addStatements();
    void addFunctions(const char *what, const QString &pattern, const QString &replacement);
    bool isNoticed(bool isInFunction);
    bool isNoticedByARule();
    bool isNoticedByACheck();

    std::optional<SecurityDatabase> m_database;
};

namespace {

const QString kRefusal = u"PERFORM dealdesk_steps\\.(refuse|require)[a-z_]*\\("_s;
const QString kNothing = u"PERFORM concat("_s;         ///< takes whatever a refusal takes
const QString kSnapshot = u"require_fresh_snapshot"_s; ///< of a transaction's beginning, so in a test of its own

/// A stone's statement, and whether it is one in a function's text: then the checks notice, otherwise rather the rules.
void addColumns()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("isInFunction");
}

/// One per match of the pattern.
QStringList mutantsOf(const QString &text, const QString &pattern, const QString &replacement)
{
    QStringList mutants;
    auto matches = QRegularExpression(pattern).globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        mutants.append(QString(text).replace(match.capturedStart(), match.capturedLength(), replacement));
    }
    return mutants;
}

/// Every nth in an ordinary run.
bool isTaken()
{
    static int count = 0;
    return count++ % rounds(12, 1) == 0;
}

} // namespace

void TestSecurityMutants::initTestCase()
{
    if (const QString obstacle = SecurityDatabase::obstacle(); !obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
    m_database.emplace();
}

void TestSecurityMutants::addStatements()
{
    const auto mutants = session().must(SecurityDatabase::text(u"mutants.sql"_s)).rows;
    for (const auto &mutant : mutants) {
        if (isTaken())
            QTest::addRow("%s: %s", mutant[0]->constData(), mutant[1]->constData()) << QString::fromUtf8(*mutant[2]) << false;
    }
}

QList<TestSecurityMutants::Function> TestSecurityMutants::functions()
{
    const auto rows = session()
                          .must(u"SELECT p.proname, pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace IN "
                                "('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) ORDER BY 1"_s)
                          .rows;
    QList<Function> functions;
    for (const auto &row : rows)
        functions.append({QString::fromUtf8(*row[0]), QString::fromUtf8(*row[1])});
    return functions;
}

void TestSecurityMutants::addFunctions(const char *what, const QString &pattern, const QString &replacement)
{
    for (const Function &function : functions()) {
        int number = 0;
        for (const QString &mutant : mutantsOf(function.text, pattern, replacement)) {
            ++number;
            if (function.name != kSnapshot && isTaken())
                QTest::addRow("%s %d of %s", what, number, qPrintable(function.name)) << mutant << true;
        }
    }
}

void TestSecurityMutants::noticesEveryMissingStone_data()
{
    addColumns();
    addStatements();
    addFunctions("refusal", kRefusal, kNothing);
    addFunctions("activity", u" AND u\\.is_active"_s, {});
}

void TestSecurityMutants::noticesEveryMissingStone()
{
    QFETCH(const QString, statement);
    QFETCH(const bool, isInFunction);
    session().must(u"BEGIN"_s);
    session().must(statement);
    const bool noticed = isNoticed(isInFunction);
    session().must(u"ROLLBACK"_s);
    QVERIFY(noticed);
}

bool TestSecurityMutants::isNoticed(bool isInFunction)
{
    return isInFunction ? isNoticedByACheck() : isNoticedByARule() || isNoticedByACheck();
}

bool TestSecurityMutants::isNoticedByARule()
{
    static const QList<LintRule> rules = lintRules();
    for (const LintRule &rule : rules) {
        if (!session().must(rule.query).rows.isEmpty())
            return true;
    }
    const auto [unexpected, missing] = m_database->privilegeDifferences();
    return !unexpected.isEmpty() || !missing.isEmpty();
}

bool TestSecurityMutants::isNoticedByACheck()
{
    static const QStringList files = SecurityDatabase::checkFiles();
    return std::any_of(files.begin(), files.end(), [this](const QString &file) { return !m_database->failuresOf(file).isEmpty(); });
}

void TestSecurityMutants::noticesAMissingSnapshotCheck()
{
    SecurityDatabase other;
    Psql sally = other.database().psql(u"sally"_s);
    const auto comment = [&sally] {
        sally.must(u"BEGIN ISOLATION LEVEL REPEATABLE READ"_s);
        const QByteArray state = sally.run(u"SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, 2, '{\"body\":\"x\"}')"_s).sqlState;
        sally.must(u"ROLLBACK"_s);
        return state;
    };
    QCOMPARE(comment(), "DD001");
    const auto all = functions();
    const auto checking = std::find_if(all.begin(), all.end(), [](const Function &function) { return function.name == kSnapshot; });
    QVERIFY(checking != all.end());
    for (const QString &mutant : mutantsOf(checking->text, kRefusal, kNothing))
        other.session().must(mutant);
    QCOMPARE(comment(), "");
}

void TestSecurityMutants::locksWhatItReads_data()
{
    QTest::addColumn<LockScenario>("scenario");
    for (const LockScenario &scenario : lockScenarios())
        QTest::addRow("%s: %s", qPrintable(scenario.function), qPrintable(scenario.name)) << scenario;
}

void TestSecurityMutants::locksWhatItReads()
{
    QFETCH(const LockScenario, scenario);
    QCOMPARE(scenario.play(), scenario.outcome);
}

void TestSecurityMutants::noticesEveryMissingLock_data()
{
    // the order in which a deal's tasks are taken back keeps two from waiting for one another, and the feed is pruned by whoever comes
    // first; a tick passes by what is held, see its scenarios
    const QStringList forOtherReasons{u"withdraw"_s, u"tell_change"_s, u"cmd_tick"_s};
    QTest::addColumn<QString>("function");
    QTest::addColumn<QString>("mutant");
    for (const Function &function : functions()) {
        int number = 0;
        for (const QString &mutant : mutantsOf(function.text, u"\\s+FOR (SHARE|UPDATE|NO KEY UPDATE)( OF \\w+)?"_s, {})) {
            ++number;
            if (!forOtherReasons.contains(function.name) && isTaken())
                QTest::addRow("lock %d of %s", number, qPrintable(function.name)) << function.name << mutant;
        }
    }
}

void TestSecurityMutants::noticesEveryMissingLock()
{
    QFETCH(const QString, function);
    QFETCH(const QString, mutant);
    const QList<LockScenario> scenarios = lockScenarios();
    QVERIFY(std::any_of(scenarios.begin(), scenarios.end(), [&](const LockScenario &scenario) {
        return scenario.function == function && scenario.play(mutant) != scenario.outcome;
    }));
}

QTEST_GUILESS_MAIN(TestSecurityMutants)
#include "tst_security_mutants.moc"
