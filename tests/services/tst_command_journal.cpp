#include "services/command_journal.h"
#include "services/send_outcome.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

Command commandOf(const QString &id, qint64 actor = 7)
{
    return {u"cmd_comment"_s, id, actor, 12, {}, {{u"body"_s, u"Grüße"_s}, {u"approval_id"_s, QJsonValue()}}};
}

/// As if the program that wrote there were gone: its files under a run that nobody claims.
void leaveAsDead(const QString &folder)
{
    const QStringList locks = QDir(folder).entryList({u"*.lock"_s}, QDir::Files);
    for (const QString &lock : locks)
        QFile::remove(folder + u'/' + lock);
    const QStringList names = QDir(folder).entryList({u"*.json"_s}, QDir::Files);
    for (const QString &name : names)
        QFile::rename(folder + u'/' + name, folder + "/dead-"_L1 + name.section(u'-', 1));
}

} // namespace

class TestCommandJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAnAnswerMeans_data();
    void saysWhatAnAnswerMeans();
    void givesBackWhatADeadProgramLeft();
    void leavesWhatIsUnderWayAlone();
    void writesNoPasswordDown();
    void knowsWhatIsTooOld();
    void setsDamageAside();
    void saysThatNothingWasSent();
};

void TestCommandJournal::saysWhatAnAnswerMeans_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<SendOutcome>("first");
    QTest::addColumn<SendOutcome>("again");
    QTest::addColumn<bool>("later");
    const auto row = [](const char *name, ErrorCode code, SendOutcome first, SendOutcome again, bool later) {
        QTest::newRow(name) << code << first << again << later;
    };
    using enum SendOutcome;
    // what the stored logic says after it has looked into its log
    row("forbidden", ErrorCode::Forbidden, Refused, Refused, false);
    row("separation", ErrorCode::SeparationOfDuties, Refused, Refused, false);
    row("stale", ErrorCode::Stale, Refused, Refused, false);
    row("not found", ErrorCode::NotFound, Refused, Refused, false);
    row("not editable", ErrorCode::NotEditable, Refused, Refused, false);
    row("transition", ErrorCode::IllegalTransition, Refused, Refused, false);
    row("decided", ErrorCode::AlreadyDecided, Refused, Refused, false);
    row("routing", ErrorCode::RoutingChanged, Refused, Refused, false);
    row("incomplete", ErrorCode::Incomplete, Refused, Refused, false);
    row("reason", ErrorCode::ReasonRequired, Refused, Refused, false);
    row("reused", ErrorCode::CommandReused, Refused, Refused, false);
    row("invalid", ErrorCode::Invalid, Refused, Refused, false);
    row("duplicate", ErrorCode::Duplicate, Refused, Refused, false);
    // before it
    row("inactive", ErrorCode::AccountInactive, Refused, Unknown, false);
    row("maintenance", ErrorCode::Maintenance, Refused, Unknown, true);
    row("too old", ErrorCode::ClientTooOld, Refused, Unknown, false);
    row("too new", ErrorCode::ClientTooNew, Refused, Unknown, false);
    // 40001, 40P01, 55P03, after the connection's own attempts; 57014
    row("busy", ErrorCode::DatabaseBusy, Refused, Unknown, true);
    row("server's disk full", ErrorCode::DiskFull, NotSent, Unknown, true);
    row("bug", ErrorCode::Internal, Refused, Unknown, true);
    // the line
    row("lost", ErrorCode::ConnectionLost, Unknown, Unknown, true);
    row("unreachable", ErrorCode::ServerUnreachable, NotSent, Unknown, true);
    row("tls", ErrorCode::TlsRefused, NotSent, Unknown, false);
    row("denied", ErrorCode::AccessDenied, NotSent, Unknown, false);
    row("closing", ErrorCode::Cancelled, NotSent, Unknown, false);
    row("own disk", ErrorCode::FileNotWritable, NotSent, Unknown, false);
}

void TestCommandJournal::saysWhatAnAnswerMeans()
{
    QFETCH(ErrorCode, code);
    QFETCH(SendOutcome, first);
    QFETCH(SendOutcome, again);
    QFETCH(bool, later);
    QCOMPARE(outcomeOf(failure(code), false), first);
    QCOMPARE(outcomeOf(failure(code), true), again);
    QCOMPARE(mayAnswerLater(code), later);
    QCOMPARE(outcomeOf(QJsonObject(), false), SendOutcome::Saved);
    QCOMPARE(outcomeOf(QJsonObject(), true), SendOutcome::Saved);
}

void TestCommandJournal::givesBackWhatADeadProgramLeft()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sent"_s);
    const CommandJournal dead(path);
    QVERIFY(dead.write(commandOf(u"a1"_s)));
    QVERIFY(dead.write(commandOf(u"b2"_s)));
    QVERIFY(dead.write(commandOf(u"c3"_s, 8)));
    dead.remove(u"b2"_s);
    leaveAsDead(path);

    const CommandJournal journal(path);
    const QList<OpenCommand> left = journal.leftBy(7);
    QCOMPARE(left.size(), 1);
    const Command &command = left.first().command;
    QCOMPARE(command.commandId, u"a1"_s);
    QCOMPARE(command.name, u"cmd_comment"_s);
    QCOMPARE(command.dealId, std::optional<qint64>(12));
    QVERIFY(!command.expectedVersion);
    QCOMPARE(argumentsText(command), argumentsText(commandOf(u"a1"_s))); // to the byte: the server compares
    journal.forget(left.first());
    QVERIFY(journal.leftBy(7).isEmpty());
    QCOMPARE(journal.leftBy(8).size(), 1);
}

void TestCommandJournal::leavesWhatIsUnderWayAlone()
{
    const QTemporaryDir folder;
    const CommandJournal journal(folder.path());
    QVERIFY(journal.write(commandOf(u"a1"_s)));
    QVERIFY(journal.leftBy(7).isEmpty());
}

void TestCommandJournal::writesNoPasswordDown()
{
    const QTemporaryDir folder;
    const CommandJournal journal(folder.path());
    Command command = commandOf(u"a1"_s);
    command.arguments.insert(u"password"_s, u"SCRAM-SHA-256$canary"_s);
    QVERIFY(journal.write(command));
    QFile file(folder.filePath(QDir(folder.path()).entryList({u"*.json"_s}).value(0)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("canary"));
    QCOMPARE(QFile::permissions(folder.path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    leaveAsDead(folder.path());
    QVERIFY(CommandJournal(folder.path()).leftBy(7).value(0).isWithheld);
}

void TestCommandJournal::knowsWhatIsTooOld()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    OpenCommand open;
    QVERIFY(open.isExpired(now));
    open.sentAt = now.addSecs(-23 * 3600);
    QVERIFY(!open.isExpired(now));
    open.sentAt = now.addSecs(-25 * 3600);
    QVERIFY(open.isExpired(now));
    open.sentAt = now.addDays(30); // the clock was wrong then, or is now
    QVERIFY(open.isExpired(now));
}

void TestCommandJournal::setsDamageAside()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"dead-a1.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"format\":1,") > 0);
    file.close();
    QVERIFY(CommandJournal(folder.path()).leftBy(7).isEmpty());
    QVERIFY(QFile::exists(file.fileName() + ".damaged"_L1));
}

void TestCommandJournal::saysThatNothingWasSent()
{
    const QTemporaryDir folder;
    QFile obstacle(folder.filePath(u"sent"_s));
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    const Status written = CommandJournal(obstacle.fileName()).write(commandOf(u"a1"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileNotWritable);
    QVERIFY(written.error().data.value("unsent"_L1).toBool());
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestCommandJournal)
#include "tst_command_journal.moc"
