#include "desktop/deal_editor/deal_editor_page.h"
#include "support/crash/desk_context.h"
#include "support/crash/typed_words.h"
#include "support/services/services_fixture.h"
#include "support/test_paths.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

constexpr int kRounds = 9;
constexpr int kPatienceMs = 60'000;
constexpr int kPromisedMs = 1000; ///< what is older than this is in the journal

/// What a killed typist had typed, and when it was killed.
struct Typed {
    QList<TypedWord> words;
    qint64 killedAt = 0;

    /// All words of a field up to a moment, as they stand in it.
    [[nodiscard]] QString textOf(const QString &field, qint64 until) const
    {
        QString text;
        for (const TypedWord &word : words) {
            if (word.field == field && word.at <= until)
                text += word.word + u' ';
        }
        return text;
    }
    /// The number of the last word of a field up to a moment; 0 without one.
    [[nodiscard]] qint64 lastNumberOf(const QString &field, qint64 until) const
    {
        qint64 number = 0;
        for (const TypedWord &word : words) {
            if (word.field == field && word.at <= until)
                number = word.word.toLongLong();
        }
        return number;
    }
};

} // namespace

/// The program is killed while somebody types: the journal has every word but those of the last second, and the editor shows them again.
class TestCrashTyping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killed_data();
    void killed();

private:
    [[nodiscard]] QString journalFolder(int round) const { return m_folder.filePath(u"journal-%1"_s.arg(round)); }
    Typed typeAndKill(int round);
    void restore(const JournalEntry &entry, int round);

    ServicesFixture m_fixture;
    QTemporaryDir m_folder;
    QRandomGenerator m_random{20260722};
};

void TestCrashTyping::killed_data()
{
    QTest::addColumn<int>("round");
    for (int round = 1; round <= kRounds; ++round)
        QTest::addRow("round %d", round) << round;
}

Typed TestCrashTyping::typeAndKill(int round)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(programPath(u"crash_typist"_s), {m_fixture.location().filePath, u"seller"_s, journalFolder(round)});
    program.waitForReadyRead(kPatienceMs);
    QTest::qWait(m_random.bounded(1400, 2500));
    Typed typed;
    typed.killedAt = monotonicMs();
    program.kill();
    program.waitForFinished(kPatienceMs);
    const QList<QByteArray> lines = program.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        if (const auto word = typedWordFrom(line))
            typed.words += *word;
    }
    return typed;
}

void TestCrashTyping::killed()
{
    QFETCH(int, round);
    const Typed typed = typeAndKill(round);
    const qint64 promised = typed.killedAt - kPromisedMs;
    QVERIFY2(typed.words.size() > 10, "the typist was killed before it had typed much: this proves nothing");

    const QList<JournalEntry> entries = DraftJournal(journalFolder(round)).entriesOf(m_fixture.seller().actor().id);
    QCOMPARE(entries.size(), 1);
    const DealDraft &draft = entries.first().draft;
    QVERIFY(!entries.first().deal);
    QVERIFY2(draft.name.startsWith(typed.textOf(u"nameEdit"_s, promised).trimmed()), qPrintable(draft.name));
    for (const auto &[field, text] :
         {std::pair(u"businessSummaryEdit"_s, draft.businessSummary), std::pair(u"clientAsksEdit"_s, draft.clientAsks)}) {
        const QString expected = typed.textOf(field, promised);
        QVERIFY2(text.startsWith(expected), qPrintable(u"%1 has “%2”, typed was “%3”"_s.arg(field, text, expected)));
        // and nothing that was not typed: the word under way is the only one that may be cut
        const QString all = typed.textOf(field, typed.killedAt);
        QVERIFY2(all.startsWith(text) || text.startsWith(all), qPrintable(u"%1 has “%2”, typed was “%3”"_s.arg(field, text, all)));
    }
    const qint64 revenue = typed.lastNumberOf(u"tierGrid"_s, promised);
    if (revenue > 0) {
        QVERIFY(draft.tiers.first().annualRevenue);
        const Money inJournal = *draft.tiers.first().annualRevenue;
        QVERIFY2(inJournal >= Money::fromDollars(revenue) || inJournal < Money::fromDollars(100'000), qPrintable(inJournal.toDecimal()));
    }
    restore(entries.first(), round);
}

void TestCrashTyping::restore(const JournalEntry &entry, int round)
{
    DealEditorPage page(deskContext(m_fixture.workspace(), u"seller"_s, journalFolder(round)));
    page.restore(entry);
    auto *name = page.findChild<QLineEdit *>(u"nameEdit"_s);
    auto *summary = page.findChild<QPlainTextEdit *>(u"businessSummaryEdit"_s);
    auto *asks = page.findChild<QPlainTextEdit *>(u"clientAsksEdit"_s);
    QVERIFY(name && summary && asks);
    QTRY_COMPARE(summary->toPlainText(), entry.draft.businessSummary);
    QCOMPARE(asks->toPlainText(), entry.draft.clientAsks);
    QCOMPARE(name->text(), entry.draft.name);
}

} // namespace dealdesk::test

QTEST_MAIN(dealdesk::test::TestCrashTyping)
#include "tst_crash_typing.moc"
