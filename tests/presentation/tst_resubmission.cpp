#include "presentation/deal_editor/deal_editor.h"
#include "presentation/text/format.h"
#include "services/admin_service.h"
#include "services/delegation_service.h"
#include "support/services/sent_back.h"

#include <QLocale>
#include <QTest>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

/// What the owner is shown before a deal goes out: who stands, who is asked again and why, what is open, who is away.
class TestResubmission : public QObject {
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
    }
    void cleanup()
    {
        m_editor.reset();
        m_context = {};
        m_fixture.reset();
    }

    void thePreviewFollowsEveryKeystroke()
    {
        openSentBack();
        QCOMPARE(lines(),
                 (QStringList{u"Trading sent it back and is asked again"_s, u"VP decides for the first time"_s, u"Finance stands"_s}));
        m_editor->form().setInput({Field::Margin, 1}, u"31.9"_s);
        const QString finance = u"Finance is asked again\nTier 2 margin: %1 → %2"_s.arg(formatPercent(Ratio::fromMillionths(320'000)),
                                                                                        formatPercent(Ratio::fromMillionths(319'000)));
        QVERIFY2(lines().contains(finance), qPrintable(lines().join(u'|')));
        m_editor->form().setInput({Field::Margin, 1}, u"33"_s);
        QVERIFY(lines().contains(u"Finance stands"_s));
    }

    void onlyADealThatCameBackHasAPreview()
    {
        m_editor = std::make_unique<DealEditor>(m_context);
        m_editor->newDeal(DraftType::SubmissionDraft);
        m_editor->form().setContent(contentOf(ServicesFixture::completeDraft()));
        QVERIFY(m_editor->reapproval().steps().isEmpty());
        QVERIFY(!m_editor->check().isNeeded(DealAction::Submit));
    }

    void whatIsOpenIsShownBeforeItGoesOut()
    {
        openSentBack();
        QVERIFY(await(m_editor->submit()).has_value());
        QVERIFY(m_editor->check().isOpen());
        QCOMPARE(m_editor->phase(), DealEditor::Phase::Editing);
        QCOMPARE(m_editor->changes().openPoints(), (QStringList{u"Trading (Trading Example): Tier 2: margin"_s}));
        m_editor->check().close();
        QVERIFY(!m_editor->check().isOpen());

        QVERIFY(await(m_editor->submit()).has_value());
        m_editor->form().setInput({Field::Margin, 1}, u"31.9"_s);
        QVERIFY(!m_editor->check().isOpen()); // what was shown is not true any more

        QVERIFY(await(m_editor->submit()).has_value());
        QVERIFY(m_editor->check().isOpen());
        const Status sent = await(m_editor->submit());
        QVERIFY2(sent.has_value(), qPrintable(m_editor->notice().text));
        QVERIFY(!m_editor->check().isOpen());
        QCOMPARE(statusOf(Department::Finance), ApprovalStatus::Pending);
        QCOMPARE(statusOf(Department::Trading), ApprovalStatus::Pending);
    }

    void nothingIsAskedWhenNothingIsOpen()
    {
        m_deal = m_fixture->submit().id;
        approve(*m_fixture, m_deal, u"finance"_s);
        approve(*m_fixture, m_deal, u"trading"_s);
        sendBack(*m_fixture, m_deal, u"vp"_s, u"Earn more"_s, {u"tiers[1].margin"_s});
        open();
        m_editor->form().setInput({Field::Margin, 1}, u"33"_s);
        const Status sent = await(m_editor->submit());
        QVERIFY2(sent.has_value(), qPrintable(m_editor->notice().text));
        QCOMPARE(m_editor->base().facts.status, DealStatus::UnderReview);
        QCOMPARE(statusOf(Department::Finance), ApprovalStatus::Approved); // carried forward, as the preview said
    }

    void whatStandsIsCarriedForwardAsShown()
    {
        openSentBack();
        m_editor->form().setInput({Field::Margin, 1}, u"33"_s);
        QVERIFY(lines().contains(u"Finance stands"_s));
        QVERIFY(await(m_editor->submit()).has_value());
        if (m_editor->check().isOpen())
            QVERIFY(await(m_editor->submit()).has_value());
        QCOMPARE(statusOf(Department::Finance), ApprovalStatus::Approved);
        QCOMPARE(statusOf(Department::Trading), ApprovalStatus::Pending);
    }

    void anotherPathThanShownIsShownAgain()
    {
        openSentBack();
        QVERIFY(await(m_editor->submit()).has_value());
        QVERIFY(m_editor->check().isOpen());
        // The policy changes while the owner reads, and this window has not heard of it.
        QObject::disconnect(m_context.session.get(), &Session::dataChanged, m_context.reference.get(), nullptr);
        raiseDirectorsLimit(Money::fromDollars(500'000));
        QVERIFY(!await(m_editor->submit()));
        QTRY_VERIFY(m_editor->check().isOpen());
        const QString news = m_editor->check().news().join(u'\n');
        QVERIFY2(news.contains(u"Director: top tier revenue 480,000 USD is"_s), qPrintable(news));
        QVERIFY2(news.contains(u"No longer: VP"_s), qPrintable(news));
        const Status sent = await(m_editor->submit());
        QVERIFY2(sent.has_value(), qPrintable(m_editor->notice().text));
    }

    void whoIsAwayIsSaidBeforeSubmitting()
    {
        setAway(u"finance"_s, {});
        m_editor = std::make_unique<DealEditor>(m_context);
        m_editor->newDeal(DraftType::SubmissionDraft);
        m_editor->form().setContent(contentOf(ServicesFixture::completeDraft()));
        QTRY_VERIFY(m_editor->check().isNeeded(DealAction::Submit));
        QVERIFY(await(m_editor->submit()).has_value());
        QVERIFY(m_editor->check().isOpen());
        QCOMPARE(m_editor->check().absences().size(), 1);
        const QString text = m_editor->check().absences().first().text;
        QVERIFY2(text.startsWith(u"Finance Example, the only one in Finance, is out until "_s), qPrintable(text));
        const Status sent = await(m_editor->submit());
        QVERIFY2(sent.has_value(), qPrintable(m_editor->notice().text));
    }

    void aDelegateIsNamedAndAsksNothing()
    {
        setAway(u"finance"_s, u"creative"_s);
        m_editor = std::make_unique<DealEditor>(m_context);
        m_editor->newDeal(DraftType::SubmissionDraft);
        m_editor->form().setContent(contentOf(ServicesFixture::completeDraft()));
        QTRY_VERIFY(!m_editor->check().absences().isEmpty());
        QCOMPARE(m_editor->check().absences().first().text, u"Finance Example is away; Creative Example decides meanwhile."_s);
        QVERIFY(!m_editor->check().isNeeded(DealAction::Submit));
    }

    void absencesFollowWhoComesAndGoes()
    {
        m_editor = std::make_unique<DealEditor>(m_context);
        m_editor->newDeal(DraftType::SubmissionDraft);
        m_editor->form().setContent(contentOf(ServicesFixture::completeDraft()));
        setAway(u"vp"_s, {});
        QTRY_COMPARE(m_editor->check().absences().size(), 1);
        const QString text = m_editor->check().absences().first().text;
        QVERIFY2(text.startsWith(u"Every VP is out until "_s) && text.endsWith(u"; SVP or above can decide instead."_s), qPrintable(text));
    }

private:
    /// Finance approved, trading sent it back for tier 2's margin.
    void openSentBack()
    {
        m_deal = m_fixture->submit().id;
        approve(*m_fixture, m_deal, u"finance"_s);
        sendBack(*m_fixture, m_deal, u"trading"_s, u"Too little is left"_s, {u"tiers[1].margin"_s});
        open();
    }
    void open()
    {
        m_editor = std::make_unique<DealEditor>(m_context);
        QVERIFY(await(m_editor->open(m_deal)).has_value());
    }
    QStringList lines()
    {
        QStringList texts;
        const QList<ReapprovalLine> lines = m_editor->reapproval().lines();
        for (const ReapprovalLine &line : lines)
            texts.append(line.text);
        return texts;
    }
    /// Of the newest revision.
    ApprovalStatus statusOf(Department department)
    {
        const DealDetail detail = awaitValue(DealService(m_fixture->admin()).detail(m_deal));
        std::optional<ApprovalRow> newest;
        for (const ApprovalRow &row : detail.approvals) {
            if (row.department == department && (!newest || row.revision > newest->revision))
                newest = row;
        }
        return newest ? newest->status : ApprovalStatus::Withdrawn;
    }
    void raiseDirectorsLimit(Money limit)
    {
        const AdminService service(m_fixture->admin());
        QList<LevelRecord> levels = awaitValue(service.levels());
        std::reverse(levels.begin(), levels.end()); // limits rise from level to level at any time
        for (LevelRecord &record : levels) {
            if (record.level.code == "vp"_L1)
                record.level.limit = Money::fromDollars(900'000);
            else if (record.level.code == "director"_L1)
                record.level.limit = limit;
            else
                continue;
            QVERIFY(await(service.saveLevel(record)).has_value());
        }
    }
    void setAway(const QString &username, const QString &delegate)
    {
        Delegation absence;
        absence.delegator = m_fixture->session(username)->actor().id;
        if (!delegate.isEmpty())
            absence.delegate = m_fixture->session(delegate)->actor().id;
        absence.startsAt = QDateTime::currentDateTimeUtc().addDays(-1).toString(Qt::ISODate);
        absence.endsAt = QDateTime::currentDateTimeUtc().addDays(5).toString(Qt::ISODate);
        const Status added = await(DelegationService(*m_fixture->session(username)).add(absence));
        QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().detail));
    }

    std::unique_ptr<ServicesFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    AppContext m_context;
    std::unique_ptr<DealEditor> m_editor;
    DealId m_deal;
};

QTEST_GUILESS_MAIN(TestResubmission)
#include "tst_resubmission.moc"
