#include "presentation/deal_list/deal_list_model.h"
#include "support/presentation/test_context.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using test::await;
using test::awaitValue;
using test::ServicesFixture;

namespace {

DealDraft namedDraft(const QString &name)
{
    DealDraft draft;
    draft.name = name;
    draft.advertiserName = u"Northwind Outdoor"_s;
    return draft;
}

DealState saved(Session &session, const QString &name)
{
    return awaitValue(DealService(session).saveDraft({}, {}, DraftType::SubmissionDraft, namedDraft(name)));
}

QStringList names(const DealListModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.rowAt(row).name);
    return names;
}

} // namespace

#define AWAIT_READY(model) QTRY_COMPARE((model).state(), DealListModel::State::Ready)

class TestDealListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsNewestFirst()
    {
        ServicesFixture fixture;
        saved(fixture.seller(), u"First"_s);
        saved(fixture.seller(), u"Second"_s);
        DealListModel model(fixture.session(u"seller"_s));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({}, DealSort::CreatedAt, true);
        AWAIT_READY(model);
        QCOMPARE(names(model), QStringList({u"Second"_s, u"First"_s}));
        QTRY_COMPARE(model.total(), std::optional<qint64>(2));
        QCOMPARE(model.index(0, int(DealColumn::Client)).data().toString(), u"Northwind Outdoor"_s);
        QCOMPARE(model.index(0, int(DealColumn::State)).data().toString(), u"Draft"_s);
    }

    void sortsAndFilters()
    {
        ServicesFixture fixture;
        for (const QString &name : {u"Beta"_s, u"Alpha"_s, u"Gamma"_s})
            saved(fixture.seller(), name);
        DealListModel model(fixture.session(u"seller"_s));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({}, DealSort::Name, false);
        AWAIT_READY(model);
        QCOMPARE(names(model), QStringList({u"Alpha"_s, u"Beta"_s, u"Gamma"_s}));
        DealFilter filter;
        filter.text = u"gam"_s;
        model.setQuery(filter, DealSort::Name, false);
        AWAIT_READY(model);
        QTRY_COMPARE(names(model), QStringList({u"Gamma"_s}));
        QTRY_COMPARE(model.total(), std::optional<qint64>(1));
        filter.text = u"nothing like it"_s;
        model.setQuery(filter, DealSort::Name, false);
        AWAIT_READY(model);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.canFetchMore({}));
    }

    void fetchesFurtherPagesOnDemand()
    {
        ServicesFixture fixture;
        const int deals = DealListModel::kPageSize + 25;
        for (int i = 0; i < deals; ++i)
            saved(fixture.seller(), u"Deal %1"_s.arg(i, 4, 10, QLatin1Char('0')));
        DealListModel model(fixture.session(u"seller"_s));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({}, DealSort::Name, false);
        AWAIT_READY(model);
        QCOMPARE(model.rowCount(), DealListModel::kPageSize);
        QTRY_COMPARE(model.total(), std::optional<qint64>(deals));
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), deals);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.rowAt(deals - 1).name, u"Deal %1"_s.arg(deals - 1, 4, 10, QLatin1Char('0')));

        // A deal that comes in on the first page pushes its last one to the second; none is lost, none stands twice.
        model.setVisibleRows(0, deals - 1);
        saved(fixture.otherSeller(), u"Of somebody else, not seen"_s);
        saved(fixture.seller(), u"A new one"_s);
        QTRY_COMPARE(model.rowCount(), deals + 1);
        QCOMPARE(model.rowAt(0).name, u"A new one"_s);
        const QStringList all = names(model);
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), deals + 1);
        QVERIFY(std::is_sorted(all.cbegin(), all.cend()));
        QTRY_COMPARE(model.total(), std::optional<qint64>(deals + 1));
    }

    void changesByDifference()
    {
        ServicesFixture fixture;
        saved(fixture.seller(), u"Alpha"_s);
        const DealState beta = saved(fixture.seller(), u"Beta"_s);
        saved(fixture.seller(), u"Gamma"_s);
        DealListModel model(fixture.session(u"seller"_s));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({}, DealSort::Name, false);
        AWAIT_READY(model);
        const QPersistentModelIndex gamma = model.index(2, 0);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        saved(fixture.seller(), u"Aaa"_s);
        QTRY_COMPARE(names(model), QStringList({u"Aaa"_s, u"Alpha"_s, u"Beta"_s, u"Gamma"_s}));
        QCOMPARE(gamma.row(), 3);
        awaitValue(DealService(fixture.seller()).saveDraft(beta.id, beta.version, DraftType::SubmissionDraft, namedDraft(u"Zeta"_s)));
        QTRY_COMPARE(names(model), QStringList({u"Aaa"_s, u"Alpha"_s, u"Gamma"_s, u"Zeta"_s}));
        QCOMPARE(gamma.row(), 2);
        QCOMPARE(resets.count(), 0);
    }

    void newerQueryWins()
    {
        ServicesFixture fixture;
        saved(fixture.seller(), u"Alpha"_s);
        DealListModel model(fixture.session(u"seller"_s));
        DealFilter nothing;
        nothing.text = u"no such deal"_s;
        model.setQuery({}, DealSort::Name, false);
        model.setQuery(nothing, DealSort::Name, false);
        AWAIT_READY(model);
        QCOMPARE(model.rowCount(), 0);
        QTRY_COMPARE(model.total(), std::optional<qint64>(0));
        QTest::qWait(50);
        QCOMPARE(model.rowCount(), 0);
    }

    void endsWhileARequestIsUnderWay()
    {
        ServicesFixture fixture;
        saved(fixture.seller(), u"Alpha"_s);
        {
            DealListModel model(fixture.session(u"seller"_s));
            model.setQuery({}, DealSort::Name, false);
        }
        QTest::qWait(50);
    }

    void copiesRowsForASpreadsheet()
    {
        ServicesFixture fixture;
        const DealState deal = saved(fixture.seller(), u"With\ttab"_s);
        DealListModel model(fixture.session(u"seller"_s));
        model.setQuery({}, DealSort::Name, false);
        AWAIT_READY(model);
        QCOMPARE(model.asTabSeparated({0}, {DealColumn::Reference, DealColumn::Name}),
                 u"Reference\tDeal\n%1\tWith tab\n"_s.arg(deal.reference));
    }
};

QTEST_GUILESS_MAIN(TestDealListModel)
#include "tst_deal_list_model.moc"
