#include "presentation/deal_list/deal_filter_form.h"
#include "presentation/deal_list/deal_saved_filters.h"
#include "presentation/deal_list/filter_json.h"
#include "support/presentation/test_context.h"

#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using test::ServicesFixture;

namespace {

DealFilter everything()
{
    DealFilter filter;
    filter.statuses = {DealStatus::Draft, DealStatus::ClientReview};
    filter.regions = {Region::Midatlantic};
    filter.types = {DealType::Protect};
    filter.channels = {SalesChannel::IndependentAgency};
    filter.priorities = {Priority::Critical, Priority::Low};
    filter.owner = UserId(3);
    filter.text = u"north & south"_s;
    filter.createdFrom = QDate(2026, 1, 1);
    filter.createdTo = QDate(2026, 12, 31);
    filter.expiredOnly = true;
    filter.needsAttentionOnly = true;
    return filter;
}

} // namespace

class TestDealFilters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"DealDeskTest"_s);
        QCoreApplication::setApplicationName(u"tst_deal_filters"_s);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void jsonKeepsEveryPart()
    {
        QCOMPARE(filterFromJson(toJson(everything())), everything());
        QVERIFY(toJson(DealFilter{}).isEmpty());
    }

    void malformedJsonFiltersNothing()
    {
        const QJsonObject json{{u"statuses"_s, QJsonArray{u"no such status"_s, 7}}, {u"owner"_s, u"x"_s}, {u"created_from"_s, u"soon"_s}};
        QVERIFY(filterFromJson(json).isEmpty());
    }

    void savedFiltersAreKeptPerPerson()
    {
        Actor ana;
        ana.id = UserId(3);
        ana.username = u"ana"_s;
        {
            DealSavedFilters filters(ana);
            const auto builtIn = filters.all().size();
            QVERIFY(builtIn >= 4);
            QVERIFY(filters.save(u" West "_s, toJson(everything())));
            QVERIFY(!filters.save(u"  "_s, toJson(everything())));
            QVERIFY(!filters.save(u"my open deals"_s, toJson(everything())));
            QVERIFY(filters.save(u"Other"_s, {}));
            QVERIFY(!filters.rename(u"Other"_s, u"west"_s));
            QVERIFY(filters.rename(u"Other"_s, u"Another"_s));
            QVERIFY(!filters.rename(u"Needs attention"_s, u"Mine"_s));
            QCOMPARE(filters.all().size(), builtIn + 2);
        }
        DealSavedFilters again(ana);
        QCOMPARE(again.all().last().name, u"West"_s);
        QCOMPARE(again.all().last().filter, toJson(everything()));
        again.remove(u"West"_s);
        QCOMPARE(DealSavedFilters(ana).all().last().name, u"Another"_s);
        Actor ben = ana;
        ben.username = u"ben"_s;
        QVERIFY(DealSavedFilters(ben).all().last().builtIn);
    }

    void builtInFiltersMeanWhatTheySay()
    {
        Actor ana;
        ana.id = UserId(3);
        const DealSavedFilters filters(ana);
        QCOMPARE(filterFromJson(filters.all().at(0).filter).owner, std::optional(UserId(3)));
        QVERIFY(!filterFromJson(filters.all().at(0).filter).statuses.contains(DealStatus::Lost));
        QCOMPARE(filterFromJson(filters.all().at(1).filter).statuses, QList({DealStatus::Submitted, DealStatus::UnderReview}));
        QVERIFY(filterFromJson(filters.all().at(2).filter).needsAttentionOnly);
        QVERIFY(filterFromJson(filters.all().at(3).filter).expiredOnly);
    }

    void formSaysWhatIsActive()
    {
        ServicesFixture fixture;
        const AppContext context = test::contextFor(fixture, u"seller"_s);
        DealFilterForm form(context.session, context.reference);
        const QSignalSpy applied(&form, &DealFilterForm::applied);
        QVERIFY(form.chips().isEmpty());
        form.setMine(true);
        QVERIFY(form.isMine());
        QCOMPARE(applied.count(), 1);
        DealFilter filter = everything();
        filter.owner = context.session->actor().id;
        form.setFilter(filter);
        QCOMPARE(form.chips().size(), 11);
        for (const FilterChip &chip : form.chips())
            form.remove(chip.part);
        QVERIFY(form.filter().isEmpty());
        QVERIFY(form.owners().size() >= 2);
    }

    void typedTextWaitsForAPause()
    {
        ServicesFixture fixture;
        const AppContext context = test::contextFor(fixture, u"seller"_s);
        DealFilterForm form(context.session, context.reference);
        QSignalSpy applied(&form, &DealFilterForm::applied);
        form.setText(u"n"_s);
        form.setText(u"no"_s);
        form.setText(u"nor"_s);
        QCOMPARE(applied.count(), 0);
        QVERIFY(applied.wait());
        QCOMPARE(applied.count(), 1);
        QCOMPARE(applied.first().first().value<DealFilter>().text, u"nor"_s);
    }
};

QTEST_GUILESS_MAIN(TestDealFilters)
#include "tst_deal_filters.moc"
