#include "presentation/deal_editor/deal_editor.h"
#include "support/presentation/test_context.h"

#include <QLocale>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

/// One deal, edited in two places.
class TestDealMerging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        m_fixture = std::make_unique<ServicesFixture>();
        m_context = contextFor(*m_fixture, u"seller"_s);
        m_editor = std::make_unique<DealEditor>(m_context);
        m_deal = awaitValue(deals().saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
        QVERIFY(await(m_editor->open(m_deal.id)));
    }
    void cleanup()
    {
        m_editor.reset();
        m_context = {};
        m_fixture.reset();
    }

    void editsInDifferentPlacesGoTogether()
    {
        m_editor->form().setInput({Field::Name}, u"Mine"_s);
        DealDraft theirs = ServicesFixture::completeDraft();
        theirs.clientAsks = u"Weekly calls"_s;
        saveElsewhere(theirs);
        QVERIFY(await(m_editor->save()));
        QVERIFY(!m_editor->hasConflict());
        QVERIFY(!m_editor->isDirty());
        QCOMPARE(m_editor->notice().meaning, Meaning::Info);
        QVERIFY(m_editor->notice().text.contains(placeOf({Field::ClientAsks})));
        const DealDraft stored = awaitValue(deals().detail(m_deal.id)).content;
        QCOMPARE(stored.name, u"Mine"_s);
        QCOMPARE(stored.clientAsks, u"Weekly calls"_s);
        m_editor->form().undo();
        QVERIFY(m_editor->form().draft().clientAsks.isEmpty());
    }

    void theSamePlaceIsAskedAbout()
    {
        m_editor->form().setInput({Field::Name}, u"Mine"_s);
        m_editor->form().setInput({Field::Revenue, 0}, u"12o"_s); // cannot be read
        DealDraft theirs = ServicesFixture::completeDraft(u"Theirs"_s);
        theirs.tiers[0].annualRevenue = Money::fromDollars(150'000);
        theirs.clientAsks = u"Weekly calls"_s;
        saveElsewhere(theirs);
        QCOMPARE(await(m_editor->save()).error().code, ErrorCode::Stale);
        QCOMPARE(m_editor->conflicts().size(), 2);
        QCOMPARE(m_editor->conflicts().first().theirs, u"Theirs"_s);
        QCOMPARE(m_editor->conflicts().first().original, ServicesFixture::completeDraft().name);
        m_editor->resolveConflict({MergeSide::Theirs, MergeSide::Mine});
        QVERIFY(!m_editor->hasConflict());
        QCOMPARE(m_editor->form().draft().name, u"Theirs"_s);
        QCOMPARE(m_editor->form().draft().clientAsks, u"Weekly calls"_s);
        QCOMPARE(m_editor->form().inputText({Field::Revenue, 0}), u"12o"_s);
        m_editor->form().setInput({Field::Revenue, 0}, u"120000"_s);
        QVERIFY(await(m_editor->save()));
    }

    /// What came from elsewhere is looked at before it is submitted.
    void aSubmissionIsNotSentWithWhatNobodyHasSeen()
    {
        m_editor->form().setInput({Field::Name}, u"Mine"_s);
        DealDraft theirs = ServicesFixture::completeDraft();
        theirs.clientAsks = u"Weekly calls"_s;
        saveElsewhere(theirs);
        QCOMPARE(await(m_editor->submit()).error().code, ErrorCode::Stale);
        QTRY_COMPARE(m_editor->form().draft().clientAsks, u"Weekly calls"_s);
        QCOMPARE(m_editor->phase(), DealEditor::Phase::Editing);
        QCOMPARE(m_editor->form().draft().name, u"Mine"_s);
        QVERIFY(await(m_editor->submit()));
    }

    void theFormFollowsWhileNothingIsTyped()
    {
        saveElsewhere(ServicesFixture::completeDraft(u"Theirs"_s));
        QTRY_COMPARE(m_editor->form().draft().name, u"Theirs"_s);
        QVERIFY(!m_editor->isDirty());
        m_editor->form().setInput({Field::ClientAsks}, u"Mine"_s);
        QVERIFY(await(m_editor->save()));
    }

    void whatIsTypedIsLeftAloneMeanwhile()
    {
        m_editor->form().setInput({Field::Name}, u"Mine"_s);
        saveElsewhere(ServicesFixture::completeDraft(u"Theirs"_s));
        QTRY_VERIFY(!m_editor->notice().text.isEmpty());
        QCOMPARE(m_editor->notice().meaning, Meaning::Info);
        QCOMPARE(m_editor->form().draft().name, u"Mine"_s);
    }

    /// After a crash the journal knows what the words were typed over.
    void restoredWordsGoTogetherToo()
    {
        m_editor->form().setInput({Field::Name}, u"Mine"_s);
        QTRY_COMPARE(m_context.journal->entriesOf(m_context.session->actor().id).size(), 1);
        m_editor.reset();
        DealDraft theirs = ServicesFixture::completeDraft();
        theirs.clientAsks = u"Weekly calls"_s;
        saveElsewhere(theirs);
        m_editor = std::make_unique<DealEditor>(m_context);
        QVERIFY(await(m_editor->open(m_deal.id)));
        QVERIFY(!m_editor->hasConflict());
        QCOMPARE(m_editor->form().draft().name, u"Mine"_s);
        QCOMPARE(m_editor->form().draft().clientAsks, u"Weekly calls"_s);
        QVERIFY(await(m_editor->save()));
    }

private:
    [[nodiscard]] DealService deals() const { return DealService(*m_context.session); }
    void saveElsewhere(const DealDraft &draft)
    {
        m_deal = awaitValue(deals().saveDraft(m_deal.id, m_deal.version, DraftType::SubmissionDraft, draft));
    }

    std::unique_ptr<ServicesFixture> m_fixture;
    AppContext m_context;
    std::unique_ptr<DealEditor> m_editor;
    DealState m_deal;
};

QTEST_GUILESS_MAIN(TestDealMerging)
#include "tst_deal_merging.moc"
