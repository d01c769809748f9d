#include "support/crash/saver_lines.h"
#include "support/services/services_fixture.h"
#include "support/test_paths.h"

#include "data/rows.h"
#include "domain/draft_json.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

constexpr int kRounds = 30;
constexpr int kPatienceMs = 30'000;

/// What a killed program had said.
struct Said {
    QList<SaverStep> tried;
    QList<SaverStep> done;

    /// The step that it was at, which may or may not have been written.
    [[nodiscard]] std::optional<SaverStep> underWay() const
    {
        return tried.size() > done.size() ? std::optional(tried.last()) : std::nullopt;
    }
};

QString firstText(Connection &connection, const QString &sql)
{
    const auto rows = readRows(connection, sql, {}, [](const Query &row) { return row.text(0); });
    return rows ? rows->value(0) : u"(failed)"_s;
}

/// A statement that finds what must not be, and what that would mean.
struct Check {
    QString meaning;
    QString sql;
};

QList<Check> checks()
{
    return {
        {u"the file is damaged"_s, u"SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'"_s},
        {u"a row points nowhere"_s, u"SELECT \"table\" FROM pragma_foreign_key_check"_s},
        {u"a version without its command, or a command without its version"_s,
         u"SELECT d.id FROM deals d WHERE d.version <> (SELECT count(*) FROM command_log l WHERE l.deal_id = d.id)"_s},
        {u"a command of a deal that is not there"_s,
         u"SELECT command_id FROM command_log l WHERE verb IN ('save_draft', 'submit_deal') AND NOT EXISTS (SELECT 1 FROM deals d WHERE d.id = l.deal_id)"_s},
        {u"a number left out or given twice"_s,
         u"SELECT n FROM (SELECT count(*) AS n, count(DISTINCT reference_number) AS k, max(CAST(substr(reference_number, 11) AS INTEGER)) "
         u"AS m FROM deals) "
         "WHERE n > 0 AND (n <> k OR n <> m)"_s},
        {u"a counter that went its own way"_s,
         u"SELECT last_number FROM reference_counters WHERE last_number <> (SELECT count(*) FROM deals)"_s},
        {u"a submission without all that belongs to it"_s,
         u"SELECT d.id FROM deals d "
         "JOIN (SELECT l.deal_id, sum(verb = 'submit_deal') AS submissions FROM command_log l GROUP BY l.deal_id) c ON c.deal_id = d.id "
         "WHERE c.submissions <> (d.status = 'submitted') "
         "OR c.submissions <> (SELECT count(*) FROM deal_revisions r WHERE r.deal_id = d.id) "
         "OR c.submissions <> (SELECT count(*) >= 2 FROM deal_approvals a WHERE a.deal_id = d.id) "
         "OR c.submissions + 1 <> (SELECT count(*) FROM deal_status_history h WHERE h.deal_id = d.id)"_s},
        {u"a revision that is not what was saved"_s,
         u"SELECT r.deal_id FROM deal_revisions r JOIN deal_content c ON c.deal_id = r.deal_id WHERE c.content <> r.content"_s}};
}

QString brokenCheck(Connection &connection)
{
    const QList<Check> all = checks();
    for (const Check &check : all) {
        if (const QString found = firstText(connection, check.sql); !found.isEmpty())
            return check.meaning + ": "_L1 + found;
    }
    return {};
}

/// Every deal's content, all of it, is one of those that were sent.
QString halfWritten(Connection &connection, const ReferenceData &reference, qint64 changedAfter)
{
    const auto contents = readRows(connection,
                                   u"SELECT c.deal_id, c.content FROM deal_content c WHERE c.deal_id IN "
                                   "(SELECT l.deal_id FROM command_log l WHERE l.deal_id > ?)"_s,
                                   {changedAfter}, [](const Query &row) { return std::pair(row.integer(0), row.text(1)); });
    if (!contents)
        return u"the contents could not be read"_s;
    for (const auto &[deal, content] : *contents) {
        const Result<DealDraft> draft = draftFromJson(QJsonDocument::fromJson(content.toUtf8()).object());
        if (!draft || *draft != contentNumber(contentNumberOf(*draft), reference))
            return u"deal %1 is half written: %2"_s.arg(deal).arg(content);
    }
    return {};
}

QString lostStep(Connection &connection, const QList<SaverStep> &done)
{
    for (const SaverStep &step : done) {
        const auto found = readRows(connection, u"SELECT 1 FROM deals WHERE id = ? AND reference_number = ? AND version >= ?"_s,
                                    {step.savedDeal.value(), step.reference, step.version}, [](const Query &) { return true; });
        if (!found || found->size() != 1)
            return u"%1 in version %2 was acknowledged and is lost"_s.arg(step.reference).arg(step.version);
    }
    return {};
}

} // namespace

/// The program is killed again and again while it saves into one file. What it had acknowledged is there, nothing is there by halves, and
/// what it was at can be sent again.
class TestCrashSaving : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killed_data();
    void killed();
    void cleanupTestCase();

private:
    [[nodiscard]] QString filePath() const { return m_folder.filePath(u"deals.db"_s); }
    Said runAndKill(int round);
    void repeat(const SaverStep &step, Session &session);

    QTemporaryDir m_folder;
    QRandomGenerator m_random{20260722};
    QList<SaverStep> m_done;
    qint64 m_lastDeal = 0;
    int m_cutShort = 0;
};

void TestCrashSaving::initTestCase()
{
    ServicesFixture fixture;
    const QString path = filePath();
    auto copied = fixture.workspace()->executor().run(
        [path](Connection &connection) { return connection.execute(u"VACUUM INTO '%1'"_s.arg(path), u"copy"_s); });
    QVERIFY(copied.result());
}

void TestCrashSaving::killed_data()
{
    QTest::addColumn<int>("round");
    for (int round = 1; round <= kRounds; ++round)
        QTest::addRow("round %d", round) << round;
}

/// Every fifth program is killed while it starts; the others at some moment after their first word.
Said TestCrashSaving::runAndKill(int round)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(programPath(u"crash_saver"_s), {filePath(), u"seller"_s, QString::number(round), u"1000000"_s});
    if (!program.waitForStarted(kPatienceMs))
        return {};
    if (round % 5 != 0)
        program.waitForReadyRead(kPatienceMs);
    QTest::qWait(m_random.bounded(5, 180));
    program.kill();
    program.waitForFinished(kPatienceMs);

    Said said;
    const QList<QByteArray> lines = program.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        bool isDone = false;
        if (const auto step = stepFrom(line, &isDone))
            (isDone ? said.done : said.tried) += *step;
        else if (line.startsWith("error"))
            qFatal("the program stopped by itself: %s", line.constData());
    }
    return said;
}

void TestCrashSaving::repeat(const SaverStep &step, Session &session)
{
    const auto reference = awaitValue(ReferenceService(session).load());
    const auto count = [&session, &step] {
        auto counted = session.executor().run([id = step.commandId](Connection &connection) {
            return readRows(connection, u"SELECT count(*) FROM command_log WHERE command_id = ?"_s, {id},
                            [](const Query &row) { return row.integer(0); });
        });
        return counted.result()->value(0);
    };
    const Result<DealState> first = carryOut(step, session, *reference);
    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    QCOMPARE(count(), 1);
    const Result<DealState> second = carryOut(step, session, *reference);
    QVERIFY(second);
    QCOMPARE(second->version, first->version);
    QCOMPARE(second->reference, first->reference);
    QCOMPARE(second->id, first->id);
    if (step.version > 0) {
        QCOMPARE(first->version, step.version);
        QCOMPARE(first->reference, step.reference);
        QCOMPARE(first->id, step.savedDeal);
    }
}

void TestCrashSaving::killed()
{
    QFETCH(int, round);
    const Said said = runAndKill(round);
    m_done += said.done;
    m_cutShort += said.underWay() ? 1 : 0;

    const auto workspace = awaitValue(Workspace::open({filePath()}));
    Session session(workspace, awaitValue(AccountService(workspace).signIn(u"seller"_s, kPassword)).actor);
    const auto reference = awaitValue(ReferenceService(session).load());
    const auto problem = [&](Connection &connection) -> Result<QString> {
        QString found = brokenCheck(connection);
        if (found.isEmpty())
            found = lostStep(connection, m_done);
        return found.isEmpty() ? halfWritten(connection, *reference, round == kRounds ? 0 : m_lastDeal) : found;
    };
    auto checked = workspace->executor().run(problem);
    QCOMPARE(checked.result().value(), QString());
    if (!said.done.isEmpty())
        repeat(said.done.last(), session);
    if (const auto step = said.underWay())
        repeat(*step, session);
    auto checkedAgain = workspace->executor().run(problem);
    QCOMPARE(checkedAgain.result().value(), QString());
    for (const SaverStep &step : said.done)
        m_lastDeal = std::max(m_lastDeal, step.savedDeal.value());
}

void TestCrashSaving::cleanupTestCase()
{
    QVERIFY2(m_done.size() > kRounds, "the programs were killed before they had saved much: this proves nothing");
    QVERIFY2(m_cutShort > kRounds / 4, "hardly any program was killed in the middle of a save: this proves nothing");
    qInfo("%lld saves acknowledged, %d programs killed in the middle of one", static_cast<long long>(m_done.size()), m_cutShort);
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestCrashSaving)
#include "tst_crash_saving.moc"
