#include "support/services/services_fixture.h"

#include "data/rows.h"
#include "services/deal_query_builder.h"
#include "services/history_query.h"
#include "services/history_service.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

constexpr int kDeals = 60;

const QStringList kNames = {u"Spring campaign"_s, u"spring Flight"_s, u"Autumn 50% off_now"_s, u"Ümlaut launch"_s, u"zz Top"_s, u"A b c"_s};

/// The same as the statements, written down naively on the rows of everything.
bool matches(const DealFilter &filter, const DealRow &row)
{
    const auto in = [](const auto &wanted, const auto &value) { return wanted.isEmpty() || wanted.contains(value); };
    const QString text = (row.reference + u' ' + row.name + u' ' + row.client).toLower();
    const QDate created = QDate::fromString(row.createdAt.left(10), Qt::ISODate);
    return in(filter.statuses, row.status) && (filter.regions.isEmpty() || (row.region && filter.regions.contains(*row.region)))
        && in(filter.types, row.type) && in(filter.channels, row.channel) && in(filter.priorities, row.priority)
        && (!filter.owner || *filter.owner == row.ownerId) && text.contains(filter.text.toLower())
        && (!filter.createdFrom.isValid() || created >= filter.createdFrom) && (!filter.createdTo.isValid() || created <= filter.createdTo)
        && (!filter.expiredOnly || row.expired) && (!filter.needsAttentionOnly || row.needsAttention);
}

QList<DealId> idsOf(const QList<DealRow> &rows)
{
    QList<DealId> ids;
    for (const DealRow &row : rows)
        ids.append(row.id);
    return ids;
}

bool isBefore(const DealRow &a, const DealRow &b, DealSort sort)
{
    const auto folded = [](const QString &text) { // ASCII only, as NOCASE folds
        QString copy = text;
        for (QChar &c : copy)
            c = c >= u'A' && c <= u'Z' ? c.toLower() : c;
        return copy.toUtf8();
    };
    switch (sort) {
    case DealSort::CreatedAt: return std::pair(a.createdAt, a.id) < std::pair(b.createdAt, b.id);
    case DealSort::UpdatedAt: return std::pair(a.updatedAt, a.id) < std::pair(b.updatedAt, b.id);
    case DealSort::Name: return std::pair(folded(a.name), a.id) < std::pair(folded(b.name), b.id);
    case DealSort::Client: return std::pair(folded(a.client), a.id) < std::pair(folded(b.client), b.id);
    case DealSort::TopRevenue: return std::pair(a.topRevenue, a.id) < std::pair(b.topRevenue, b.id); // nothing comes first
    case DealSort::Reference: return std::pair(a.reference, a.id) < std::pair(b.reference, b.id);
    }
    return false;
}

} // namespace

class TestDealQueries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filters_data();
    void filters();
    void pagesInEveryOrder_data();
    void pagesInEveryOrder();
    void sortsReferencesAsNumbers();
    void searchesBeginningsOfWords_data();
    void searchesBeginningsOfWords();
    void showsOthersOnlyWhatWasSubmitted();
    void pagesThroughTheHistory();
    void filtersTheHistory();
    void cleanupTestCase() { m_fixture.reset(); }

private:
    QList<DealRow> all(const DealFilter &filter = {}, DealSort sort = DealSort::CreatedAt, bool descending = true);

    std::unique_ptr<ServicesFixture> m_fixture;
    QList<DealRow> m_rows;
};

void TestDealQueries::initTestCase()
{
    m_fixture = std::make_unique<ServicesFixture>();
    for (int i = 0; i < kDeals; ++i) {
        DealDraft draft = m_fixture->completeDraft(kNames.at(i % kNames.size()), Money::fromDollars(100'000 + 10'000 * (i % 7)));
        draft.type = allOf<DealType>().at(size_t(i) % 3);
        draft.region = allOf<Region>().at(size_t(i) % 5);
        draft.priority = allOf<Priority>().at(size_t(i) % 4);
        draft.channel = allOf<SalesChannel>().at(size_t(i) % 3);
        draft.agencyName = draft.channel == SalesChannel::HoldingCompany ? u"Tailspin Group"_s : u"Wingtip Media"_s;
        Session &owner = i % 4 == 3 ? m_fixture->otherSeller() : m_fixture->seller();
        if (i % 6 == 5) {
            draft.tiers = {Tier{}}; // no revenue yet
            draft.region.reset();
        }
        if (i % 3 == 0)
            m_fixture->submit(draft, owner);
        else
            awaitValue(DealService(owner).saveDraft({}, {}, DraftType::SubmissionDraft, draft));
    }
    m_rows = all();
    QCOMPARE(m_rows.size(), kDeals);
}

QList<DealRow> TestDealQueries::all(const DealFilter &filter, DealSort sort, bool descending)
{
    DealPageRequest request;
    request.filter = filter;
    request.sort = sort;
    request.descending = descending;
    request.limit = 7;
    QList<DealRow> rows;
    for (;;) {
        const DealListPage page = awaitValue(DealService(m_fixture->admin()).page(request));
        rows += page.rows;
        if (!page.next || rows.size() > 2 * kDeals)
            return rows;
        request.after = page.next;
    }
}

void TestDealQueries::filters_data()
{
    QTest::addColumn<DealFilter>("filter");
    const auto row = [](const char *name, auto change) {
        DealFilter filter;
        change(filter);
        QTest::newRow(name) << filter;
    };
    row("nothing", [](DealFilter &) {});
    row("one status", [](DealFilter &f) { f.statuses = {DealStatus::Submitted}; });
    row("two statuses", [](DealFilter &f) { f.statuses = {DealStatus::Submitted, DealStatus::Draft}; });
    row("a status that no deal has", [](DealFilter &f) { f.statuses = {DealStatus::Signed}; });
    row("regions", [](DealFilter &f) { f.regions = {Region::West, Region::South}; });
    row("types and channels", [](DealFilter &f) {
        f.types = {DealType::Custom};
        f.channels = {SalesChannel::ClientDirect, SalesChannel::IndependentAgency};
    });
    row("priorities", [](DealFilter &f) { f.priorities = {Priority::Critical}; });
    row("owner", [this](DealFilter &f) { f.owner = m_fixture->otherSeller().actor().id; });
    row("nobody's", [](DealFilter &f) { f.owner = UserId(9999); });
    row("text", [](DealFilter &f) { f.text = u"SPRING"_s; });
    row("text of two words", [](DealFilter &f) { f.text = u"spring fl"_s; });
    row("text of the client", [](DealFilter &f) { f.text = u"wingtip"_s; });
    row("text with wildcards", [](DealFilter &f) { f.text = u"50% off_now"_s; });
    row("text of two characters", [](DealFilter &f) { f.text = u"zz"_s; });
    row("all references", [](DealFilter &f) { f.text = u"deal"_s; });
    row("a reference's beginning", [this](DealFilter &f) { f.text = m_rows.first().reference.left(12).toLower(); });
    row("a whole reference", [this](DealFilter &f) { f.text = m_rows.first().reference; });
    row("hostile text", [](DealFilter &f) { f.text = u"'; DROP TABLE deals; --"_s; });
    row("from today", [](DealFilter &f) { f.createdFrom = QDateTime::currentDateTimeUtc().date(); });
    row("to yesterday", [](DealFilter &f) { f.createdTo = QDateTime::currentDateTimeUtc().date().addDays(-1); });
    row("expired", [](DealFilter &f) { f.expiredOnly = true; });
    row("needs attention", [](DealFilter &f) { f.needsAttentionOnly = true; });
    row("everything at once", [this](DealFilter &f) {
        f = {{DealStatus::Submitted, DealStatus::Draft},
             {Region::Northeast, Region::West},
             {DealType::Grow},
             {SalesChannel::HoldingCompany},
             {Priority::Critical, Priority::Medium},
             m_fixture->seller().actor().id,
             u"spring"_s,
             QDate(2020, 1, 1),
             QDate(2100, 1, 1),
             false,
             false};
    });
}

void TestDealQueries::filters()
{
    QFETCH(DealFilter, filter);
    QList<DealRow> expected;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(expected), [&](const DealRow &row) { return matches(filter, row); });
    QCOMPARE(idsOf(all(filter)), idsOf(expected));
    QCOMPARE(awaitValue(DealService(m_fixture->admin()).count(filter)), expected.size());
    // the statement for many says the same as the one for few
    DealPageRequest request;
    request.filter = filter;
    Connection &connection = m_fixture->database().as(u"admin"_s);
    const SqlText many = dealPageStatement(request, m_fixture->admin().actor(), connection.dialect(), Spread::Many);
    const auto found = readRows(connection, many.sql, many.values, [](const Query &row) { return DealId(row.integer(0)); });
    QVERIFY(found);
    QCOMPARE(*found, idsOf(expected));
}

void TestDealQueries::pagesInEveryOrder_data()
{
    QTest::addColumn<DealSort>("sort");
    QTest::addColumn<bool>("descending");
    for (const DealSort sort :
         {DealSort::CreatedAt, DealSort::UpdatedAt, DealSort::Name, DealSort::Client, DealSort::TopRevenue, DealSort::Reference}) {
        QTest::addRow("%d down", int(sort)) << sort << true;
        QTest::addRow("%d up", int(sort)) << sort << false;
    }
}

void TestDealQueries::pagesInEveryOrder()
{
    QFETCH(DealSort, sort);
    QFETCH(bool, descending);
    QList<DealRow> expected = m_rows;
    std::sort(expected.begin(), expected.end(),
              [&](const DealRow &a, const DealRow &b) { return descending ? isBefore(b, a, sort) : isBefore(a, b, sort); });
    QCOMPARE(idsOf(all({}, sort, descending)), idsOf(expected));
    // the same where the filter leads
    DealFilter everything;
    everything.statuses = {DealStatus::Draft, DealStatus::Submitted};
    QCOMPARE(idsOf(all(everything, sort, descending)), idsOf(expected));
}

void TestDealQueries::sortsReferencesAsNumbers()
{
    ServicesFixture fixture;
    const int year = QDateTime::currentDateTimeUtc().date().year();
    QVERIFY(fixture.database().owner().execute(u"INSERT INTO reference_counters VALUES (%1, 998)"_s.arg(year), u"counter"_s));
    for (int i = 0; i < 3; ++i)
        awaitValue(DealService(fixture.seller()).saveDraft({}, {}, DraftType::SubmissionDraft, {}));
    DealPageRequest request;
    request.sort = DealSort::Reference;
    request.descending = false;
    QStringList numbers;
    for (const DealRow &row : awaitValue(DealService(fixture.seller()).page(request)).rows)
        numbers.append(row.reference.mid(10));
    QCOMPARE(numbers, (QStringList{u"999"_s, u"1000"_s, u"1001"_s}));
}

void TestDealQueries::searchesBeginningsOfWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hits");
    QTest::newRow("a name") << u"spring"_s << 20;
    QTest::newRow("the second word") << u"camp"_s << 10;
    QTest::newRow("inside a word") << u"pring"_s << 0;
    QTest::newRow("client and case") << u"TAILSPIN"_s << 20;
    QTest::newRow("number") << u"7"_s << 1;
    QTest::newRow("one letter") << u"z"_s << 10;
    QTest::newRow("nothing") << u"   "_s << 0;
    QTest::newRow("absent") << u"absent"_s << 0;
}

void TestDealQueries::searchesBeginningsOfWords()
{
    QFETCH(QString, text);
    QTEST(int(awaitValue(DealService(m_fixture->admin()).search(text, 100)).size()), "hits");
}

void TestDealQueries::showsOthersOnlyWhatWasSubmitted()
{
    const DealService finance(m_fixture->reviewer(Department::Finance));
    DealPageRequest request;
    request.limit = 2 * kDeals;
    for (const DealRow &row : awaitValue(finance.page(request)).rows)
        QCOMPARE(row.status, DealStatus::Submitted);
    QCOMPARE(awaitValue(finance.count({})), 20);
    QCOMPARE(awaitValue(finance.search(u"spring"_s, 100)).size(), 10);
    const UserId me = m_fixture->seller().actor().id;
    const auto visible = std::count_if(m_rows.begin(), m_rows.end(),
                                       [me](const DealRow &row) { return row.ownerId == me || row.status == DealStatus::Submitted; });
    QCOMPARE(awaitValue(DealService(m_fixture->seller()).count({})), visible);
}

void TestDealQueries::pagesThroughTheHistory()
{
    const HistoryService history(m_fixture->admin());
    const HistoryEventPage whole = awaitValue(history.page({}, {}, 1000));
    QVERIFY(!whole.next && whole.events.size() > 100);
    for (qsizetype i = 1; i < whole.events.size(); ++i)
        QVERIFY(whole.events.at(i - 1).occurredAt >= whole.events.at(i).occurredAt);
    QList<HistoryEvent> paged;
    std::optional<HistoryKey> after;
    do {
        const HistoryEventPage page = awaitValue(history.page({}, after, 13));
        paged += page.events;
        after = page.next;
    } while (after);
    QCOMPARE(paged, whole.events);
}

void TestDealQueries::filtersTheHistory()
{
    const HistoryService history(m_fixture->admin());
    const auto count = [&](const HistoryFilter &filter) { return awaitValue(history.page(filter, {}, 1000)).events.size(); };
    HistoryFilter filter;
    filter.sources = {HistoryEvent::Source::Revision};
    QCOMPARE(count(filter), 20);
    filter.actorName = u"seller2"_s;
    QCOMPARE(count(filter), 5);
    filter.actorName = u" SELLER "_s; // fits both
    QCOMPARE(count(filter), 20);
    filter.actorName = u"nobody at all"_s;
    QCOMPARE(count(filter), 0);
    filter.actorName.clear();
    filter.from = QDateTime::currentDateTimeUtc().date().addDays(1);
    QCOMPARE(count(filter), 0);
    filter = {};
    filter.dealText = m_rows.first().reference;
    QCOMPARE(count(filter), awaitValue(history.story(m_rows.first().id)).size());
    filter.deal = m_rows.last().id;
    QCOMPARE(count(filter), 0);
    // drafts of others are nobody's business
    for (const HistoryEvent &event : awaitValue(HistoryService(m_fixture->reviewer(Department::Finance)).page({}, {}, 1000)).events) {
        const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const DealRow &deal) { return deal.id == event.deal; });
        QCOMPARE(row->status, DealStatus::Submitted);
    }
}

QTEST_GUILESS_MAIN(TestDealQueries)
#include "tst_deal_queries.moc"
