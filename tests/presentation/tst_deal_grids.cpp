#include "editor_reference.h"
#include "presentation/deal_editor/clipboard_table.h"
#include "presentation/deal_editor/figures_model.h"
#include "presentation/deal_editor/incentive_grid_model.h"
#include "presentation/deal_editor/problem_list_model.h"
#include "presentation/deal_editor/tier_grid_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace dealdesk;
using namespace Qt::StringLiterals;

class TestDealGrids : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        m_form = std::make_unique<DealForm>(test::editorReference());
        m_form->reset(contentOf(DealDraft{}), DraftType::SubmissionDraft);
        m_tiers = std::make_unique<TierGridModel>(*m_form);
        m_incentives = std::make_unique<IncentiveGridModel>(*m_form);
        m_figures = std::make_unique<FiguresModel>(*m_form);
        m_problems = std::make_unique<ProblemListModel>(*m_form);
        const auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;
        for (QAbstractItemModel *model :
             std::initializer_list<QAbstractItemModel *>{m_tiers.get(), m_incentives.get(), m_figures.get(), m_problems.get()})
            new QAbstractItemModelTester(model, fatal, model);
    }

    void clipboardRoundTrip_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<QStringList>>("rows");
        QTest::newRow("excel block") << u"100\t35%\r\n200\t36%\r\n"_s << QList<QStringList>{{u"100"_s, u"35%"_s}, {u"200"_s, u"36%"_s}};
        QTest::newRow("quoted") << u"\"a\tb\"\t\"say \"\"hi\"\"\"\n"_s << QList<QStringList>{{u"a\tb"_s, u"say \"hi\""_s}};
        QTest::newRow("line end within a cell") << u"\"one\ntwo\"\tx"_s << QList<QStringList>{{u"one\ntwo"_s, u"x"_s}};
        QTest::newRow("lone quote") << u"\"5\t6"_s << QList<QStringList>{{u"\"5"_s, u"6"_s}};
        QTest::newRow("empty last cell") << u"a\t"_s << QList<QStringList>{{u"a"_s, QString()}};
        QTest::newRow("nothing") << QString() << QList<QStringList>{};
    }
    void clipboardRoundTrip()
    {
        QFETCH(QString, text);
        QTEST(cellsFromClipboard(text), "rows");
        QFETCH(QList<QStringList>, rows);
        QCOMPARE(cellsFromClipboard(clipboardFromCells(rows)), rows);
    }

    void aBlockMakesTheTiersItNeedsInOneStep()
    {
        QSignalSpy figures(m_form.get(), &DealForm::figuresChanged);
        QCOMPARE(m_tiers->paste(m_tiers->index(0, 0), u"240,000\t35%\n$480,000.50\t0.355\n1.2m\t36\n"_s), QString());
        QCOMPARE(figures.count(), 1);
        QCOMPARE(m_tiers->rowCount(), 3);
        QCOMPARE(m_form->draft().tiers[1].annualRevenue, std::optional(Money::fromCents(48'000'050)));
        QCOMPARE(m_form->draft().tiers[1].grossMargin, std::optional(Ratio::fromMillionths(355'000)));
        QCOMPARE(m_form->draft().tiers[2].annualRevenue, std::optional(Money::fromDollars(1'200'000)));
        m_form->undo();
        QCOMPARE(m_form->draft(), DealDraft{});
    }

    void oversizeBlocksSayWhatDidNotFit()
    {
        const QString remark = m_tiers->paste(m_tiers->index(0, 1), u"35%\tx\ty\n36%\n37%\n38%\n39%\n40%\n41%\n"_s);
        QCOMPARE(m_tiers->rowCount(), kMaxTiers);
        QVERIFY2(remark.contains(u"2 rows"_s), qPrintable(remark));
        QVERIFY2(remark.contains(u"columns"_s), qPrintable(remark));
        QCOMPARE(m_form->draft().tiers[4].grossMargin, std::optional(Ratio::fromPercent(39)));
    }

    void badCellsKeepTheirTextAndAreReported()
    {
        m_tiers->paste(m_tiers->index(0, 0), u"tbd\t35%\n200000\tabout a third\n"_s);
        QCOMPARE(m_tiers->index(0, 0).data().toString(), u"tbd"_s);
        QVERIFY(m_tiers->index(0, 0).data(SnapshotTableModel::ProblemRole).toString().contains(u"tbd"_s));
        QCOMPARE(m_tiers->index(1, 1).data().toString(), u"about a third"_s);
        QCOMPARE(m_problems->rowCount(), 2);
        QCOMPARE(m_problems->pathAt(m_problems->index(0)), (FieldPath{Field::Revenue, 0}));
        QCOMPARE(m_tiers->indexOf(m_problems->pathAt(m_problems->index(1))), m_tiers->index(1, 1));
    }

    void copyingAndPastingBackChangesNothing()
    {
        m_tiers->paste(m_tiers->index(0, 0), u"240000\t35.5%\n480000.25\t36%\n"_s);
        const DealDraft before = m_form->draft();
        const QString copied = m_tiers->copy({m_tiers->index(0, 0), m_tiers->index(0, 1), m_tiers->index(1, 0), m_tiers->index(1, 1)});
        m_tiers->clear({m_tiers->index(0, 0), m_tiers->index(1, 1)});
        QVERIFY(!m_form->draft().tiers[0].annualRevenue);
        m_tiers->paste(m_tiers->index(0, 0), copied);
        QCOMPARE(m_form->draft(), before);
    }

    void theEmptyRowBecomesAnIncentiveAndAnotherFollows()
    {
        QCOMPARE(m_incentives->rowCount(), 1);
        QSignalSpy inserted(m_incentives.get(), &QAbstractItemModel::rowsInserted);
        const QPersistentModelIndex typed = m_incentives->index(0, IncentiveGridModel::OptionColumn);
        QVERIFY(m_incentives->setData(typed, u"volume discount"_s, Qt::EditRole));
        QCOMPARE(m_incentives->rowCount(), 2);
        QCOMPARE(typed.row(), 0);
        QCOMPARE(inserted.first().at(1).toInt(), 1);
        const Incentive expected{u"Financial"_s, u"Discounts"_s, u"Volume Discount"_s, {}, {}};
        QCOMPARE(m_form->draft().tiers[0].incentives, QList<Incentive>{expected});
    }

    void aCategoryDropsWhatDoesNotBelongToIt()
    {
        m_incentives->setData(m_incentives->index(0, IncentiveGridModel::OptionColumn), u"Volume Discount"_s, Qt::EditRole);
        const QModelIndex category = m_incentives->index(0, IncentiveGridModel::CategoryColumn);
        m_incentives->setData(category, u"Technology"_s, Qt::EditRole);
        QCOMPARE(m_form->draft().tiers[0].incentives[0], (Incentive{u"Technology"_s, {}, {}, {}, {}}));
        QCOMPARE(m_incentives->choices(m_incentives->index(0, IncentiveGridModel::SubCategoryColumn)),
                 (QStringList{u"Data Services"_s, u"Infrastructure"_s}));
        QVERIFY(m_incentives->choices(m_incentives->index(0, IncentiveGridModel::OptionColumn)).contains(u"Data Enrichment"_s));
        QVERIFY(!m_incentives->choices(m_incentives->index(0, IncentiveGridModel::OptionColumn)).contains(u"Volume Discount"_s));
    }

    void aBlockOfLinesGoesToTheTiersItNames()
    {
        const QString block = u"1\tFinancial\tDiscounts\tVolume Discount\t8,000\tyearly\n"
                              "2\tAnalytics\tInsights\tTrend Reports\t1200.50\t\n"
                              "3\tFinancial\tBonuses\tGrowth Bonus\tlater\t\n"
                              "1\tResources\tTraining\tCustom Workshops\t500\t\n"_s;
        QCOMPARE(m_incentives->paste(m_incentives->index(0, 0), block), QString());
        QCOMPARE(m_form->draft().tiers.size(), 3);
        QCOMPARE(m_form->draft().tiers[0].incentives.size(), 2);
        QCOMPARE(m_form->draft().tiers[0].incentives[1].option, u"Custom Workshops"_s);
        QCOMPARE(m_form->draft().tiers[1].incentives[0].value, std::optional(Money::fromCents(120'050)));
        QCOMPARE(m_form->inputText({Field::IncentiveValue, 2, 0}), u"later"_s);
        QCOMPARE(m_incentives->rowCount(), 5);
        m_form->undo();
        QCOMPARE(m_form->draft(), DealDraft{});
    }

    void pastedTiersMoveLinesThatAreThere()
    {
        m_incentives->paste(m_incentives->index(0, 3), u"Volume Discount\nUpfront Discount\nGrowth Bonus\n"_s);
        m_form->addTier();
        m_form->setInput({Field::IncentiveValue, 0, 2}, u"x"_s);
        m_incentives->paste(m_incentives->index(0, 0), u"2\n1\n2\n"_s);
        QCOMPARE(m_form->draft().tiers[0].incentives.size(), 1);
        QCOMPARE(m_form->draft().tiers[0].incentives[0].option, u"Upfront Discount"_s);
        QCOMPARE(m_form->draft().tiers[1].incentives[1].option, u"Growth Bonus"_s);
        QCOMPARE(m_form->inputText({Field::IncentiveValue, 1, 1}), u"x"_s);
    }

    void aTierThatIsNoneIsKeptAsText()
    {
        m_incentives->setData(m_incentives->index(0, IncentiveGridModel::OptionColumn), u"Volume Discount"_s, Qt::EditRole);
        const QModelIndex tier = m_incentives->index(0, IncentiveGridModel::TierColumn);
        m_incentives->setData(tier, u"7"_s, Qt::EditRole);
        QCOMPARE(tier.data().toString(), u"7"_s);
        QVERIFY(!tier.data(SnapshotTableModel::ProblemRole).toString().isEmpty());
        QSignalSpy moved(m_incentives.get(), &IncentiveGridModel::lineMoved);
        m_form->addTier();
        m_incentives->setData(m_incentives->index(0, IncentiveGridModel::TierColumn), u"2"_s, Qt::EditRole);
        QCOMPARE(moved.count(), 1);
        QVERIFY(m_form->content().unreadable.isEmpty());
        QCOMPARE(m_form->draft().tiers[1].incentives.size(), 1);
    }

    void theEmptyRowNeverJumpsBeforeWhatIsThere()
    {
        m_form->addTier();
        m_incentives->preferTier(1);
        m_incentives->setData(m_incentives->index(0, IncentiveGridModel::OptionColumn), u"Volume Discount"_s, Qt::EditRole);
        m_incentives->preferTier(0);
        QCOMPARE(m_incentives->newTier(), 1);
        QCOMPARE(m_form->addIncentive(0), (std::optional(FieldPath{Field::IncentiveCategory, 0, 0})));
        QCOMPARE(m_incentives->rowCount(), 3);
        m_form->removeIncentives({{Field::Incentives, 0, 0}, {Field::Incentives, 1, 0}});
        QCOMPARE(m_incentives->rowCount(), 1);
    }

    void figuresStandSideBySideAndSayNoData()
    {
        m_tiers->paste(m_tiers->index(0, 0), u"480000\t35%\n600000\t10%\n"_s);
        m_form->setInput({Field::Advertiser}, u"Northwind"_s);
        QCOMPARE(m_figures->columnCount(), 2);
        const auto text = [this](int row, int tier) { return m_figures->index(row, tier).data().toString(); };
        QCOMPARE(text(FiguresModel::GrossProfit, 0), u"168,000"_s);
        QCOMPARE(text(FiguresModel::RevenueGrowth, 1), u"+50 %"_s);
        QCOMPARE(text(FiguresModel::ProfitGrowth, 1), u"\u221250 %"_s);
        QCOMPARE(m_figures->index(FiguresModel::ProfitGrowth, 1).data(FiguresModel::SignRole).toInt(), -1);
        m_figures->setCompact(true);
        QCOMPARE(text(FiguresModel::GrossProfit, 0), u"168 K"_s);
        QCOMPARE(m_figures->index(FiguresModel::GrossProfit, 0).data(FiguresModel::ExactRole).toString(), u"168,000"_s);
        m_form->setInput({Field::Advertiser}, u"Contoso"_s);
        QCOMPARE(text(FiguresModel::RevenueGrowth, 0), u"–"_s);
        m_figures->setCompact(false);
        QCOMPARE(text(FiguresModel::RevenueGrowth, 0), u"no data"_s);
        QVERIFY(!m_figures->index(FiguresModel::RevenueGrowth, 0).data(FiguresModel::HasDataRole).toBool());
        m_form->removeTier(0);
        QCOMPARE(m_figures->columnCount(), 1);
    }

    void theProblemListShowsWhatIsMissingOnlyAfterATry()
    {
        QCOMPARE(m_problems->rowCount(), 0);
        QVERIFY(m_problems->summary().contains(u"missing"_s));
        m_form->setShowsMissing(true);
        QCOMPARE(m_problems->rowCount(), m_form->problems().size());
        QCOMPARE(m_problems->pathAt(m_problems->index(0)), (FieldPath{Field::Name}));
        m_form->setInput({Field::Name}, u"Spring"_s);
        QCOMPARE(m_problems->pathAt(m_problems->index(0)), (FieldPath{Field::Region}));
    }

private:
    std::unique_ptr<DealForm> m_form;
    std::unique_ptr<TierGridModel> m_tiers;
    std::unique_ptr<IncentiveGridModel> m_incentives;
    std::unique_ptr<FiguresModel> m_figures;
    std::unique_ptr<ProblemListModel> m_problems;
};

QTEST_GUILESS_MAIN(TestDealGrids)
#include "tst_deal_grids.moc"
