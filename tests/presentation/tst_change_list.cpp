#include "presentation/deal_editor/deal_editor.h"
#include "presentation/text/format.h"
#include "support/services/sent_back.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

/// The owner's checklist of what reviewers asked for.
class TestChangeList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        m_fixture = std::make_unique<ServicesFixture>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_context.session = m_fixture->session(u"seller"_s);
        m_context.reference = std::make_shared<ReferenceStore>(m_context.session);
        m_context.navigator = std::make_shared<Navigator>();
        m_context.journal = std::make_shared<DraftJournal>(m_folder->path());
        QVERIFY(await(m_context.reference->load()).has_value());
        m_deal = m_fixture->submit().id;
    }
    void cleanup()
    {
        m_editor.reset();
        m_context = {};
        m_fixture.reset();
    }

    void pointsOfEverybodyAreOneList()
    {
        sendBack(*m_fixture, m_deal, u"finance"_s, u"Too little is left"_s, {u"tiers[1].margin"_s, u"tiers[0].incentives[0].value"_s});
        sendBack(*m_fixture, m_deal, u"trading"_s, u"Talk to me first"_s);
        open();
        QCOMPARE(texts(), (QStringList{u"The request as a whole"_s, u"Tier 2: margin"_s, u"Tier 1, incentive 1: value"_s}));
        QCOMPARE(list().requests().size(), 2);
        QCOMPARE(list().requests().last().from, u"Finance (Finance Example)"_s);
        QCOMPARE(list().requests().last().reason, u"Too little is left"_s);
        QCOMPARE(list().progress(), u"0 of 3 dealt with"_s);
        QVERIFY(!list().hasUnanswered());
    }

    void aPointTicksItselfWhenItsPlaceChanges()
    {
        sendBack(*m_fixture, m_deal, u"finance"_s, u"Too little is left"_s, {u"tiers[1].margin"_s, u"tiers[0]"_s});
        open();
        QSignalSpy progress(&list(), &ChangeListModel::progressChanged);
        m_editor->form().setInput({Field::Margin, 1}, u"33%"_s);
        QCOMPARE(done(), (QList<bool>{true, false}));
        QCOMPARE(list().rowAt(0).change, u"%1 → %2"_s.arg(percent(320'000), percent(330'000)));
        m_editor->form().setInput({Field::IncentiveValue, 0, 0}, u"7500"_s);
        QCOMPARE(done(), (QList<bool>{true, true}));
        QVERIFY2(list().rowAt(1).change.contains(u"8,000 USD → 7,500 USD"_s), qPrintable(list().rowAt(1).change));
        QCOMPARE(progress.count(), 2);
        QCOMPARE(list().progress(), u"2 of 2 dealt with"_s);
        m_editor->form().undo();
        m_editor->form().undo();
        QCOMPARE(done(), (QList<bool>{false, false}));
        QVERIFY(list().rowAt(0).change.isEmpty());
    }

    void theOwnersWordWinsAndSurvivesARestart()
    {
        sendBack(*m_fixture, m_deal, u"finance"_s, u"Too little is left"_s, {u"tiers[1].margin"_s, u"term_end"_s});
        open();
        m_editor->form().setInput({Field::Margin, 1}, u"33%"_s);
        tick(0, false);
        tick(1, true);
        QCOMPARE(done(), (QList<bool>{false, true}));
        QTRY_COMPARE(storedTicks(), 2);
        QVERIFY(await(m_editor->save()).has_value());
        open();
        QCOMPARE(done(), (QList<bool>{false, true}));
        QCOMPARE(list().rowAt(0).change, u"%1 → %2"_s.arg(percent(320'000), percent(330'000)));
        QCOMPARE(list().openPoints(), (QStringList{u"Finance (Finance Example): Tier 2: margin"_s}));
    }

    void aTickThatCannotBeStoredIsTakenBack()
    {
        sendBack(*m_fixture, m_deal, u"finance"_s, u"Too little is left"_s, {u"term_end"_s});
        open();
        // meanwhile the deal goes out from another window
        const DealDetail now = awaitValue(DealService(*m_context.session).detail(m_deal));
        QVERIFY(
            await(DealService(*m_context.session).resubmit(m_deal, now.version, now.content, m_fixture->planFor(now.content))).has_value());
        tick(0, true);
        QTRY_VERIFY(!m_editor->notice().text.isEmpty());
        QTRY_VERIFY(list().rowCount() == 0 || !list().rowAt(0).isDone);
    }

    void whoHasNotAnsweredIsNamedUntilTheAnswerIsIn()
    {
        sendBack(*m_fixture, m_deal, u"finance"_s, u"Too little is left"_s, {u"tiers[1].margin"_s});
        open();
        QCOMPARE(list().unansweredText(), u"Trading has not answered yet."_s);
        m_editor->form().setInput({Field::Name}, u"Typed meanwhile"_s);
        sendBack(*m_fixture, m_deal, u"trading"_s, u"The region is wrong"_s, {u"region"_s});
        QTRY_VERIFY(!list().hasUnanswered());
        QCOMPARE(texts(), (QStringList{u"Region"_s, u"Tier 2: margin"_s}));
        QCOMPARE(m_editor->form().draft().name, u"Typed meanwhile"_s);
        QVERIFY(await(m_editor->save()).has_value());
    }

    void aDealThatNobodySentBackHasNoList()
    {
        open();
        QCOMPARE(list().rowCount(), 0);
        QCOMPARE(list().progress(), QString());
        QVERIFY(!list().hasUnanswered()); // nothing is to be written while they look
    }

    void placesKnowWhatBelongsToThem_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QStringList>("changed");
        QTest::newRow("field") << u"tiers[0].revenue"_s << QStringList{u"tiers[0].revenue"_s};
        QTest::newRow("another field") << u"tiers[1].revenue"_s << QStringList{};
        QTest::newRow("tier") << u"tiers[0]"_s
                              << QStringList{u"tiers[0].revenue"_s, u"tiers[0].incentives[0].value"_s, u"tiers[0].incentives[0].notes"_s};
        QTest::newRow("incentive") << u"tiers[0].incentives[0]"_s
                                   << QStringList{u"tiers[0].incentives[0].value"_s, u"tiers[0].incentives[0].notes"_s};
        QTest::newRow("incentives") << u"tiers[0].incentives"_s
                                    << QStringList{u"tiers[0].incentives[0].value"_s, u"tiers[0].incentives[0].notes"_s};
        QTest::newRow("client") << u"agency"_s << QStringList{u"advertiser"_s};
        QTest::newRow("term") << u"contract_term"_s << QStringList{u"term_end"_s};
    }
    void placesKnowWhatBelongsToThem()
    {
        QFETCH(QString, place);
        QFETCH(QStringList, changed);
        const DealDraft before = ServicesFixture::completeDraft();
        DealDraft after = before;
        after.advertiserName = u"Fabrikam Foods"_s;
        after.termEnd = QDate(2028, 12, 31);
        after.tiers[0].annualRevenue = Money::fromDollars(200'000);
        after.tiers[0].incentives[0].value = Money::fromDollars(7'000);
        after.tiers[0].incentives[0].notes = u"Sooner"_s;
        QStringList paths;
        const auto path = FieldPath::fromString(place);
        QVERIFY(path.has_value());
        const QList<FieldChange> found = changesAt(*path, before, after);
        for (const FieldChange &change : found)
            paths.append(change.path.toString());
        QCOMPARE(paths, changed);
    }

private:
    void open()
    {
        m_editor = std::make_unique<DealEditor>(m_context);
        new QAbstractItemModelTester(&m_editor->changes(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_editor.get());
        QVERIFY(await(m_editor->open(m_deal)).has_value());
    }
    ChangeListModel &list() { return m_editor->changes(); }
    QStringList texts()
    {
        QStringList texts;
        for (const ChangeItem &item : list().rows())
            texts.append(item.text);
        return texts;
    }
    QList<bool> done()
    {
        QList<bool> done;
        for (const ChangeItem &item : list().rows())
            done.append(item.isDone);
        return done;
    }
    static QString percent(qint64 millionths) { return formatPercent(Ratio::fromMillionths(millionths)); }
    void tick(int row, bool checked)
    {
        QVERIFY(list().setData(list().index(row), checked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole));
    }
    qsizetype storedTicks() { return awaitValue(DealService(*m_context.session).detail(m_deal)).ticks.size(); }

    std::unique_ptr<ServicesFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    AppContext m_context;
    std::unique_ptr<DealEditor> m_editor;
    DealId m_deal;
};

QTEST_GUILESS_MAIN(TestChangeList)
#include "tst_change_list.moc"
