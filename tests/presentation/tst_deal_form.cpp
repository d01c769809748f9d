#include "editor_reference.h"
#include "presentation/deal_editor/deal_form.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace dealdesk;
using namespace Qt::StringLiterals;

class TestDealForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        m_form = std::make_unique<DealForm>(test::editorReference());
        m_form->reset(contentOf(DealDraft{}), DraftType::SubmissionDraft);
    }

    void textsAreKeptAsTyped()
    {
        m_form->setInput({Field::Name}, u" Spring  "_s);
        QCOMPARE(m_form->inputText({Field::Name}), u" Spring  "_s);
        QCOMPARE(m_form->draftToStore().name, u"Spring"_s);
    }

    void unreadableTextStaysAndIsAProblem()
    {
        const FieldPath revenue{Field::Revenue, 0};
        m_form->setInput(revenue, u"48o000"_s);
        QVERIFY(!m_form->draft().tiers[0].annualRevenue);
        QCOMPARE(m_form->inputText(revenue), u"48o000"_s);
        QVERIFY(m_form->problemAt(revenue).contains(u"48o000"_s));
        m_form->setInput(revenue, u"480,000"_s);
        QCOMPARE(m_form->draft().tiers[0].annualRevenue, std::optional(Money::fromDollars(480'000)));
        QVERIFY(m_form->problemAt(revenue).isEmpty());
    }

    void missingFieldsAreQuietUntilASubmissionIsTried()
    {
        const FieldPath name{Field::Name};
        QVERIFY(m_form->problemAt(name).isEmpty());
        QVERIFY(!m_form->isComplete());
        m_form->setShowsMissing(true);
        QVERIFY(!m_form->problemAt(name).isEmpty());
    }

    // Term: start, months and end follow each other.
    void aStartBringsTwelveMonths()
    {
        m_form->setInput({Field::TermStart}, u"2026-01-15"_s);
        QCOMPARE(m_form->draft().termEnd, QDate(2027, 1, 14));
        QCOMPARE(m_form->inputText({Field::ContractTerm}), u"12"_s);
    }
    void monthsMoveTheEnd()
    {
        m_form->setInput({Field::TermStart}, u"2026-01-15"_s);
        m_form->setInput({Field::ContractTerm}, u"6"_s);
        QCOMPARE(m_form->draft().termEnd, QDate(2026, 7, 14));
        m_form->setInput({Field::TermStart}, u"2026-02-01"_s);
        QCOMPARE(m_form->draft().termEnd, QDate(2026, 7, 31));
    }
    void theEndUpdatesMonths()
    {
        m_form->setInput({Field::TermStart}, u"2026-01-01"_s);
        m_form->setInput({Field::TermEnd}, u"2026-09-30"_s);
        QCOMPARE(m_form->inputText({Field::ContractTerm}), u"9"_s);
    }
    void anOddEndStaysWhenTheStartMoves()
    {
        m_form->setInput({Field::TermStart}, u"2026-01-01"_s);
        m_form->setInput({Field::TermEnd}, u"2026-10-11"_s);
        QCOMPARE(m_form->inputText({Field::ContractTerm}), u"9"_s);
        m_form->setInput({Field::TermStart}, u"2026-02-01"_s);
        QCOMPARE(m_form->draft().termEnd, QDate(2026, 10, 11));
    }
    void monthsBeforeAStartWaitForIt()
    {
        m_form->setInput({Field::ContractTerm}, u"24"_s);
        m_form->setInput({Field::TermStart}, u"2026-01-01"_s);
        QCOMPARE(m_form->draft().termEnd, QDate(2027, 12, 31));
    }
    void unreadableMonthsChangeNothing()
    {
        m_form->setInput({Field::TermStart}, u"2026-01-01"_s);
        m_form->setInput({Field::ContractTerm}, u"a year"_s);
        QCOMPARE(m_form->draft().termEnd, QDate(2026, 12, 31));
        QCOMPARE(m_form->inputText({Field::ContractTerm}), u"a year"_s);
        QVERIFY(!m_form->problemAt({Field::ContractTerm}).isEmpty());
    }

    void historyComesFromTheClientOrIsNotThere()
    {
        QSignalSpy changed(m_form.get(), &DealForm::clientHistoryChanged);
        m_form->setInput({Field::Revenue, 0}, u"480000"_s);
        QVERIFY(!m_form->figures()[0].revenueGrowth);
        m_form->setInput({Field::Advertiser}, u"Northwind"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_form->figures()[0].revenueGrowth, std::optional(Ratio::fromPercent(20)));
        m_form->setInput({Field::Advertiser}, u"Contoso"_s);
        QCOMPARE(m_form->clientHistory(), ClientHistory{});
        QVERIFY(!m_form->figures()[0].revenueGrowth);
        m_form->setChannel(SalesChannel::HoldingCompany);
        m_form->setInput(m_form->clientField(), u"Fabrikam"_s);
        QCOMPARE(m_form->draft().agencyName, u"Fabrikam"_s);
        QCOMPARE(m_form->clientHistory().revenue, std::optional(Money::fromDollars(900'000)));
        QVERIFY(!m_form->figures()[0].marginGrowth);
    }

    void figuresAndPathFollowEveryKeystrokeOnce()
    {
        QSignalSpy figures(m_form.get(), &DealForm::figuresChanged);
        QSignalSpy routing(m_form.get(), &DealForm::routingChanged);
        QString typed;
        for (const QChar c : u"480000"_s) {
            typed += c;
            m_form->setInput({Field::Revenue, 0}, typed);
        }
        QCOMPARE(figures.count(), 6);
        QCOMPARE(routing.count(), 6);
        QCOMPARE(m_form->routing().level, u"vp"_s);
        QCOMPARE(m_form->figures()[0].grossProfit, std::optional(Money::fromDollars(168'000)));
        m_form->setInput({Field::BusinessSummary}, u"A text"_s);
        QCOMPARE(figures.count(), 6);
        QCOMPARE(routing.count(), 6);
    }

    // Undo and redo.
    void keystrokesInOneFieldAreOneStep()
    {
        for (const QString &text : {u"S"_s, u"Sp"_s, u"Spr"_s})
            m_form->setInput({Field::Name}, text);
        m_form->setInput({Field::Email}, u"a@b.example"_s);
        m_form->undo();
        QCOMPARE(m_form->draft().email, QString());
        QCOMPARE(m_form->draft().name, u"Spr"_s);
        m_form->undo();
        QCOMPARE(m_form->draft(), DealDraft{});
        QVERIFY(!m_form->canUndo());
        m_form->redo();
        m_form->redo();
        QCOMPARE(m_form->draft().email, u"a@b.example"_s);
        QVERIFY(!m_form->canRedo());
    }
    void leavingAFieldEndsTheStep()
    {
        m_form->setInput({Field::Name}, u"One"_s);
        m_form->endStep();
        m_form->setInput({Field::Name}, u"One two"_s);
        m_form->undo();
        QCOMPARE(m_form->draft().name, u"One"_s);
    }
    void aNewChangeDropsWhatWasUndone()
    {
        m_form->setInput({Field::Name}, u"One"_s);
        m_form->undo();
        m_form->setInput({Field::Name}, u"Two"_s);
        QVERIFY(!m_form->canRedo());
        m_form->undo();
        QCOMPARE(m_form->draft().name, QString());
    }
    void takingBackWhatWasTypedLeavesNoStep()
    {
        m_form->setInput({Field::Name}, u"x"_s);
        m_form->setInput({Field::Name}, QString());
        QVERIFY(!m_form->canUndo());
    }
    void undoCoversUnreadableTextsAndSaysWhere()
    {
        QSignalSpy places(m_form.get(), &DealForm::placeChanged);
        m_form->setInput({Field::Margin, 0}, u"lots"_s);
        m_form->undo();
        QCOMPARE(m_form->inputText({Field::Margin, 0}), u"35%"_s);
        QVERIFY(m_form->content().unreadable.isEmpty());
        QCOMPARE(places.first().first().value<FieldPath>(), (FieldPath{Field::Margin, 0}));
    }

    // Tiers.
    void tiersComeMoveAndGoWithTheirTexts()
    {
        m_form->setInput({Field::Revenue, 0}, u"100"_s);
        m_form->addTier();
        m_form->setInput({Field::Revenue, 1}, u"two hundred"_s);
        m_form->addTier();
        m_form->moveTier(1, 2);
        QCOMPARE(m_form->inputText({Field::Revenue, 2}), u"two hundred"_s);
        m_form->moveTier(2, 0);
        QCOMPARE(m_form->inputText({Field::Revenue, 0}), u"two hundred"_s);
        QCOMPARE(m_form->inputText({Field::Revenue, 1}), u"100"_s);
        m_form->removeTier(0);
        QCOMPARE(m_form->draft().tiers.size(), 2);
        QVERIFY(m_form->content().unreadable.isEmpty());
        m_form->undo();
        QCOMPARE(m_form->inputText({Field::Revenue, 0}), u"two hundred"_s);
    }
    void fiveTiersAtMostAndOneOfAFlatCommitment()
    {
        for (int i = 0; i < 9; ++i)
            m_form->addTier();
        QCOMPARE(m_form->draft().tiers.size(), kMaxTiers);
        m_form->setStructure(DealStructure::FlatCommit);
        QVERIFY(!m_form->canAddTier());
        QVERIFY(!m_form->problemAt({Field::Tiers}).isEmpty());
    }
    void everyTierKeepsItsMarginDefault()
    {
        m_form->addTier();
        QCOMPARE(m_form->draft().tiers[1].grossMargin, std::optional(kDefaultMargin));
    }

    void scopingNeedsNoTiers()
    {
        DealDraft draft;
        draft.name = u"Early"_s;
        draft.advertiserName = u"Contoso"_s;
        draft.email = u"a@b.example"_s;
        draft.growthAmbition = Money::fromDollars(2'000'000);
        m_form->reset(contentOf(draft), DraftType::ScopingDraft);
        for (const FormProblem &problem : m_form->problems())
            QVERIFY2(problem.path.tier < 0, qPrintable(problem.sentence));
        m_form->reset(contentOf(draft), DraftType::SubmissionDraft);
        QVERIFY(!m_form->isComplete());
    }

    void problemsComeInTheOrderOfTheForm()
    {
        m_form->addTier();
        m_form->setInput({Field::Margin, 1}, u"?"_s);
        m_form->setInput({Field::GrowthAmbition}, u"?"_s);
        QList<FieldPath> wrong;
        for (const FormProblem &problem : m_form->problems()) {
            if (!problem.missing)
                wrong.append(problem.path);
        }
        QCOMPARE(wrong, (QList<FieldPath>{{Field::GrowthAmbition}, {Field::Margin, 1}}));
    }

private:
    std::unique_ptr<DealForm> m_form;
};

QTEST_GUILESS_MAIN(TestDealForm)
#include "tst_deal_form.moc"
