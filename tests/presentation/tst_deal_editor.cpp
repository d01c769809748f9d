#include "presentation/deal_editor/deal_editor.h"
#include "support/services/services_fixture.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

class TestDealEditor : public QObject {
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
        m_editor = std::make_unique<DealEditor>(m_context);
    }
    void cleanup()
    {
        m_editor.reset();
        m_context = {};
        m_fixture.reset();
    }

    void aDraftIsSavedAsItIsAndOpenedAgain()
    {
        m_editor->newDeal(DraftType::SubmissionDraft);
        QVERIFY(!m_editor->isDirty());
        m_editor->form().setInput({Field::Name}, u" Half a deal "_s);
        QVERIFY(m_editor->isDirty());
        QVERIFY(await(m_editor->save()).has_value());
        QVERIFY(!m_editor->isDirty());
        QVERIFY(m_editor->base().reference.startsWith(u"DEAL-"_s));
        DealEditor again(m_context);
        QVERIFY(await(again.open(*m_editor->base().deal)).has_value());
        QCOMPARE(again.form().draft().name, u"Half a deal"_s);
        QCOMPARE(again.phase(), DealEditor::Phase::Editing);
    }

    void typingGoesOnWhileItSaves()
    {
        m_editor->newDeal(DraftType::SubmissionDraft);
        m_editor->form().setInput({Field::Name}, u"One"_s);
        auto saving = m_editor->save();
        QVERIFY(m_editor->isSaving());
        m_editor->form().setInput({Field::Name}, u"One and more"_s);
        QVERIFY(await(std::move(saving)).has_value());
        QVERIFY(m_editor->isDirty());
        QCOMPARE(m_editor->base().saved.name, u"One"_s);
        QVERIFY(await(m_editor->save()).has_value());
        QVERIFY(!m_editor->isDirty());
    }

    void aSaveAskedForWhileSavingFollows()
    {
        m_editor->newDeal(DraftType::SubmissionDraft);
        m_editor->form().setInput({Field::Name}, u"One"_s);
        auto saving = m_editor->save();
        m_editor->form().setInput({Field::Name}, u"Two"_s);
        QVERIFY(await(m_editor->save()).has_value());
        QVERIFY(await(std::move(saving)).has_value());
        QCOMPARE(m_editor->base().saved.name, u"Two"_s);
    }

    void aSubmissionAskedForWhileSavingFollows()
    {
        m_editor->newDeal(DraftType::SubmissionDraft);
        m_editor->form().setContent(contentOf(ServicesFixture::completeDraft()));
        auto saving = m_editor->save();
        m_editor->form().setInput({Field::ClientAsks}, u"Typed while it saved"_s);
        QVERIFY(await(m_editor->submit()).has_value());
        const Status status = await(std::move(saving));
        QVERIFY2(status.has_value(), qPrintable(m_editor->notice().text));
        QCOMPARE(m_editor->base().facts.status, DealStatus::Submitted);
        QCOMPARE(m_editor->base().saved.clientAsks, u"Typed while it saved"_s);
        QCOMPARE(awaitValue(DealService(*m_context.session).count({})), 1);
    }

    void theJournalHasEveryWordWithinASecond()
    {
        m_editor->newDeal(DraftType::SubmissionDraft);
        m_editor->form().setInput({Field::Name}, u"Spring"_s);
        m_editor->form().setInput({Field::Revenue, 0}, u"48o"_s);
        QVERIFY(journal().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(journal().size(), 1, 1000);
        QCOMPARE(journal().first().draft, m_editor->form().draftToStore());
        QCOMPARE(journal().first().unreadable.value({Field::Revenue, 0}), u"48o"_s);
    }

    void steadyTypingDoesNotPutTheJournalOff()
    {
        m_editor->newDeal(DraftType::SubmissionDraft);
        QString text;
        for (int i = 0; i < 25 && journal().isEmpty(); ++i) {
            m_editor->form().setInput({Field::BusinessSummary}, text += u'x');
            QTest::qWait(JournalWriter::kDelayMs / 10);
        }
        QVERIFY(!journal().isEmpty());
    }

    void afterACrashEverythingIsBack()
    {
        m_editor->newDeal(DraftType::SubmissionDraft);
        m_editor->form().setContent(contentOf(ServicesFixture::completeDraft()));
        m_editor->form().setInput({Field::IncentiveValue, 0, 0}, u"about 5"_s);
        const FormContent before = m_editor->form().content();
        QTRY_COMPARE(journal().size(), 1);
        DealEditor next(m_context); // the first one is not asked
        QVERIFY(await(next.restore(journal().first())).has_value());
        QCOMPARE(next.form().content(), before);
        QVERIFY(next.isDirty());
        QCOMPARE(next.notice().action, EditorNotice::Action::Discard);
        next.form().setInput({Field::IncentiveValue, 0, 0}, u"5,000"_s);
        QVERIFY(await(next.save()).has_value());
        QTRY_VERIFY(journal().isEmpty());
    }

    void anEditorThatIsClosedKeepsItsChangesForTheNext()
    {
        const DealState deal = saved();
        QVERIFY(await(m_editor->open(deal.id)).has_value());
        m_editor->form().setInput({Field::ClientAsks}, u"More time"_s);
        m_editor = std::make_unique<DealEditor>(m_context);
        QVERIFY(await(m_editor->open(deal.id)).has_value());
        QCOMPARE(m_editor->form().draft().clientAsks, u"More time"_s);
        QVERIFY(m_editor->isDirty());
        m_editor->discardChanges();
        QVERIFY(!m_editor->isDirty());
        QTRY_VERIFY(journal().isEmpty());
        m_editor->form().undo();
        QCOMPARE(m_editor->form().draft().clientAsks, u"More time"_s);
    }

    void aFirstSaveThatWasCutOffMakesOneDealOnly()
    {
        DealDraft sent;
        sent.name = u"Sent"_s;
        JournalEntry entry{u"k"_s,
                           m_context.session->actor().id,
                           {},
                           {},
                           {},
                           DraftType::SubmissionDraft,
                           sent,
                           {},
                           u"2f0b3c7e-6a4e-4bd0-9d51-50f6e6d6a001"_s,
                           sent,
                           QDateTime::currentDateTimeUtc()};
        entry.draft.name = u"Sent and typed on"_s;
        const DealService deals(*m_context.session);
        const DealState first = awaitValue(deals.saveDraft({}, {}, entry.draftType, sent, entry.pendingCommandId));
        QVERIFY(await(m_editor->restore(entry)).has_value());
        QCOMPARE(m_editor->base().deal, std::optional(first.id));
        QCOMPARE(m_editor->form().draft().name, u"Sent and typed on"_s);
        QVERIFY(await(m_editor->save()).has_value());
        QCOMPARE(awaitValue(deals.count({})), 1);
    }

    void aFirstSaveWithoutAnswerIsAskedAgainBeforeWhatWasTypedSince()
    {
        DealDraft sent;
        sent.name = u"Sent"_s;
        JournalEntry entry{u"k"_s,
                           m_context.session->actor().id,
                           {},
                           {},
                           {},
                           DraftType::SubmissionDraft,
                           sent,
                           {},
                           u"2f0b3c7e-6a4e-4bd0-9d51-50f6e6d6a002"_s,
                           sent,
                           QDateTime::currentDateTimeUtc()};
        const DealService deals(*m_context.session);
        awaitValue(deals.saveDraft({}, {}, entry.draftType, sent, entry.pendingCommandId));
        // the answer cannot be read for a while, so whether the deal was made stays open
        alter(u"ALTER TABLE command_log RENAME TO command_log_away"_s);
        QVERIFY(!await(m_editor->restore(entry)));
        alter(u"ALTER TABLE command_log_away RENAME TO command_log"_s);
        m_editor->form().setInput({Field::Name}, u"Typed since"_s);
        QVERIFY(await(m_editor->save()).has_value());
        QCOMPARE(awaitValue(deals.count({})), 1);
        QCOMPARE(m_editor->base().saved.name, u"Typed since"_s);
    }

    void whatIsDiscardedStaysAway()
    {
        const DealState deal = saved();
        QVERIFY(await(m_editor->open(deal.id)).has_value());
        m_editor->form().setInput({Field::ClientAsks}, u"Too late"_s);
        QTRY_COMPARE(journal().size(), 1);
        const DealDraft draft = ServicesFixture::completeDraft();
        awaitValue(DealService(*m_context.session).submit(deal.id, deal.version, draft, m_fixture->planFor(draft)));
        m_editor = std::make_unique<DealEditor>(m_context);
        QVERIFY(await(m_editor->open(deal.id)).has_value());
        QCOMPARE(m_editor->phase(), DealEditor::Phase::ReadOnly);
        QCOMPARE(m_editor->notice().action, EditorNotice::Action::Discard);
        m_editor->discardChanges();
        QTRY_VERIFY(journal().isEmpty());
    }

    void aStaleSaveLosesNothing()
    {
        const DealState deal = saved();
        QVERIFY(await(m_editor->open(deal.id)).has_value());
        m_editor->form().setInput({Field::Name}, u"Mine"_s); // first: a form in which nothing was typed follows what is saved
        saveElsewhere(deal, u"Theirs"_s);
        QCOMPARE(await(m_editor->save()).error().code, ErrorCode::Stale);
        QTRY_VERIFY(m_editor->hasConflict());
        QCOMPARE(m_editor->notice().action, EditorNotice::Action::Compare);
        QVERIFY(m_editor->conflictInWords().join(u'\n').contains(u"Theirs"_s));
        m_editor->keepMine();
        QVERIFY(await(m_editor->save()).has_value());
        QCOMPARE(m_editor->base().saved.name, u"Mine"_s);
    }

    void takingWhatIsSavedCanBeUndone()
    {
        const DealState deal = saved();
        QVERIFY(await(m_editor->open(deal.id)).has_value());
        m_editor->form().setInput({Field::Name}, u"Mine"_s); // first: a form in which nothing was typed follows what is saved
        saveElsewhere(deal, u"Theirs"_s);
        QVERIFY(!await(m_editor->save()));
        QTRY_VERIFY(m_editor->hasConflict());
        m_editor->takeTheirs();
        QCOMPARE(m_editor->form().draft().name, u"Theirs"_s);
        QVERIFY(!m_editor->isDirty());
        m_editor->form().undo();
        QCOMPARE(m_editor->form().draft().name, u"Mine"_s);
    }

    void anIncompleteDealGoesToItsFirstProblem()
    {
        m_editor->newDeal(DraftType::SubmissionDraft);
        QSignalSpy places(m_editor.get(), &DealEditor::placeRequested);
        QSignalSpy problems(m_editor.get(), &DealEditor::problemsRequested);
        QCOMPARE(await(m_editor->submit()).error().code, ErrorCode::Incomplete);
        QCOMPARE(problems.count(), 1);
        QCOMPARE(places.first().first().value<FieldPath>(), (FieldPath{Field::Name}));
        QVERIFY(m_editor->form().showsMissing());
        QCOMPARE(m_editor->phase(), DealEditor::Phase::Editing);
    }

    void aNewDealIsSubmittedAtOnce()
    {
        m_editor->newDeal(DraftType::SubmissionDraft);
        m_editor->form().setContent(contentOf(ServicesFixture::completeDraft()));
        QSignalSpy submitted(m_editor.get(), &DealEditor::submitted);
        const Status status = await(m_editor->submit());
        QVERIFY2(status.has_value(), qPrintable(m_editor->notice().text));
        QCOMPARE(submitted.count(), 1);
        QTRY_VERIFY(journal().isEmpty());
        DealEditor again(m_context);
        QVERIFY(await(again.open(*m_editor->base().deal)).has_value());
        QCOMPARE(again.phase(), DealEditor::Phase::ReadOnly);
    }

    void whatReviewersAskForIsOnTopAndResubmitted()
    {
        const DealState deal = m_fixture->submit();
        const InboxTask task = m_fixture->taskOf(u"finance"_s, deal.id);
        const ApprovalService reviews(m_fixture->reviewer(Department::Finance));
        const DealDetail before = awaitValue(DealService(m_fixture->seller()).detail(deal.id));
        Decision decision{*task.approval,        deal.id, before.version, DecisionKind::RequestRevision, {}, u"Margin is too low"_s,
                          {u"tiers[1].margin"_s}};
        awaitValue(reviews.decide(decision));
        QVERIFY(await(m_editor->open(deal.id)).has_value());
        QCOMPARE(m_editor->submissionKind(), DealAction::Resubmit);
        QCOMPARE(m_editor->changes().requests().size(), 1);
        QCOMPARE(m_editor->changes().requests().first().reason, u"Margin is too low"_s);
        QCOMPARE(m_editor->changes().rowAt(0).place, std::optional(FieldPath{Field::Margin, 1}));
        m_editor->form().setInput({Field::Margin, 1}, u"38%"_s);
        QVERIFY(await(m_editor->submit()).has_value()); // shows who has not answered
        const Status status = await(m_editor->submit());
        QVERIFY2(status.has_value(), qPrintable(m_editor->notice().text));
    }

    void scopingAsksWithoutTiers()
    {
        m_editor->newDeal(DraftType::ScopingDraft);
        QCOMPARE(m_editor->submissionKind(), DealAction::AskForScoping);
        DealDraft draft = ServicesFixture::completeDraft();
        draft.tiers.clear();
        m_editor->form().setContent(contentOf(draft));
        const Status status = await(m_editor->submit());
        QVERIFY2(status.has_value(), qPrintable(m_editor->notice().text));
        QCOMPARE(m_editor->base().facts.status, DealStatus::Scoping);
    }

private:
    QList<JournalEntry> journal() const { return m_context.journal->entriesOf(m_context.session->actor().id); }
    DealState saved()
    {
        return awaitValue(DealService(*m_context.session).saveDraft({}, {}, DraftType::SubmissionDraft, ServicesFixture::completeDraft()));
    }
    void alter(const QString &sql)
    {
        auto job = [sql](Connection &connection) { return connection.execute(sql, u"test"_s); };
        QVERIFY(m_fixture->workspace()->executor().run(std::move(job)).result().has_value());
    }
    void saveElsewhere(const DealState &deal, const QString &name)
    {
        awaitValue(DealService(*m_context.session)
                       .saveDraft(deal.id, deal.version, DraftType::SubmissionDraft, ServicesFixture::completeDraft(name)));
    }

    std::unique_ptr<ServicesFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    AppContext m_context;
    std::unique_ptr<DealEditor> m_editor;
};

QTEST_GUILESS_MAIN(TestDealEditor)
#include "tst_deal_editor.moc"
