#include "domain/default_policy.h"
#include "services/import/import_plan.h"
#include "services/import/source_values.h"
#include "support/test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(test::dataPath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ImportSurroundings emptyDatabase()
{
    ImportSurroundings surroundings;
    surroundings.reference.policy = defaultPolicy();
    surroundings.reference.catalog = catalogFromJson(contentOf(u"incentive-catalog.json"_s)).value_or(IncentiveCatalog());
    Person ada;
    ada.username = u"ada"_s;
    ada.displayName = u"Ada Admin"_s;
    ada.email = u"ada@example.com"_s;
    ada.role = Role::Admin;
    surroundings.reference.people = {ada};
    surroundings.importer.username = ada.username;
    surroundings.importer.displayName = ada.displayName;
    surroundings.now = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    return surroundings;
}

const PlannedRow *planned(const ImportPlan &plan, const QString &address)
{
    for (const PlannedRow &row : plan.toImport) {
        if (row.sources.first().address() == address)
            return &row;
    }
    return nullptr;
}

const ImportFinding *finding(const ImportPlan &plan, ImportFinding::Kind kind, const QString &row, const QString &field)
{
    const auto matches = [&](const ImportFinding &f) { return f.kind == kind && f.row == row && f.field == field; };
    for (const ImportFinding &f : plan.report.findings) {
        if (matches(f))
            return &f;
    }
    for (const PlannedRow &imported : plan.toImport) {
        for (const SourceRow &source : imported.sources) {
            for (const ImportFinding &f : source.notes()) {
                if (matches(f))
                    return &f;
            }
        }
    }
    return nullptr;
}

QJsonObject wellFormedDeal()
{
    return {{u"id"_s, 1},
            {u"dealName"_s, u"Well formed"_s},
            {u"referenceNumber"_s, u"DEAL-2026-001"_s},
            {u"email"_s, u"ada@example.com"_s},
            {u"dealType"_s, u"grow"_s},
            {u"salesChannel"_s, u"client_direct"_s},
            {u"dealStructure"_s, u"flat_commit"_s},
            {u"region"_s, u"west"_s},
            {u"advertiserName"_s, u"Somebody"_s},
            {u"termStartDate"_s, u"2026-01-01"_s},
            {u"termEndDate"_s, u"2026-12-31"_s},
            {u"status"_s, u"signed"_s},
            {u"priority"_s, u"medium"_s},
            {u"createdAt"_s, u"2026-01-01T09:00:00.000Z"_s}};
}

QJsonObject captureOf(const QJsonObject &deal, const QJsonObject &tierChanges = {})
{
    QJsonObject tier{{u"dealId"_s, deal.value("id"_L1)}, {u"tierNumber"_s, 1}, {u"annualRevenue"_s, 100000}, {u"annualGrossMargin"_s, 0.3}};
    for (auto it = tierChanges.begin(); it != tierChanges.end(); ++it)
        tier.insert(it.key(), it.value());
    return {{u"deals"_s, QJsonArray{deal}}, {u"deals/1/tiers"_s, QJsonObject{{u"tiers"_s, QJsonArray{tier}}}}};
}

} // namespace

/// What is repaired, what is kept and what is quarantined, on an excerpt of the dirty capture with one or more of each kind of dirt, and on
/// rows made for it.
class TestImportRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void quarantines_data();
    void quarantines();
    void repairs_data();
    void repairs();
    void everyChildOfAQuarantinedDealIsQuarantined();
    void formulasStayWhatTheyAre();
    void hostileRowsAreQuarantined_data();
    void hostileRowsAreQuarantined();
    void referencesOfOtherDealsAreReplaced();
    void anotherDealUnderAKnownNumberIsNotSkipped();
    void passwordsNeverComeAlong();
    void readsValues_data();
    void readsValues();

private:
    ImportPlan m_plan;
};

void TestImportRules::initTestCase()
{
    m_plan = planImport(QJsonDocument::fromJson(contentOf(u"dirty-capture.json"_s)).object(), emptyDatabase());
    QCOMPARE(m_plan.report.counts.at(4).table, u"deals"_s);
    QCOMPARE(m_plan.report.counts.at(4).quarantined, 28);
}

void TestImportRules::quarantines_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("original");
    QTest::newRow("blank name") << u"deals/507"_s << u"dealName"_s << u"   "_s;
    QTest::newRow("a name too long") << u"deals/290"_s << u"dealName"_s << QString(501, u'x');
    QTest::newRow("a name too long, in a draft") << u"deals/248"_s << u"dealName"_s << QString(501, u'x');
    QTest::newRow("a reference twice") << u"deals/144"_s << u"referenceNumber"_s << u"DEAL-2025-089"_s;
    QTest::newRow("no e-mail address") << u"deals/49"_s << u"email"_s << u"user at example.com"_s;
    QTest::newRow("no deal type") << u"deals/599"_s << u"dealType"_s << QString();
    QTest::newRow("unknown status") << u"deals/556"_s << u"status"_s << u"pending_magic"_s;
    QTest::newRow("ends before it begins") << u"deals/564"_s << u"termEndDate"_s << u"2025-10-01"_s;
    QTest::newRow("months in words") << u"deals/188"_s << u"contractTerm"_s << u"twelve"_s;
    QTest::newRow("ambition below the minimum") << u"deals/528"_s << u"growthAmbition"_s << u"250000"_s;
    QTest::newRow("a margin of 135") << u"deals/181/tiers/5"_s << u"annualGrossMargin"_s << u"135"_s;
    QTest::newRow("negative revenue") << u"deals/68/tiers/3"_s << u"annualRevenue"_s << u"-720000"_s;
    QTest::newRow("negative revenue in a draft") << u"deals/386/tiers/1"_s << u"annualRevenue"_s << u"-45000"_s;
    QTest::newRow("a sixth tier") << u"deals/150/tiers/1"_s << u"tierNumber"_s << u"6"_s;
    QTest::newRow("a tier is missing") << u"deals/360/tiers/1"_s << u"tierNumber"_s << u"2"_s;
    QTest::newRow("no tiers at all") << u"deals/127"_s << u"tiers"_s << QString();
}

void TestImportRules::quarantines()
{
    QFETCH(const QString, row);
    QFETCH(const QString, field);
    const ImportFinding *found = finding(m_plan, ImportFinding::Kind::Quarantined, row, field);
    QVERIFY(found);
    QTEST(found->original, "original");
    QVERIFY(!found->reason.isEmpty());
    QVERIFY(!planned(m_plan, row.section(u'/', 0, 1)));
}

void TestImportRules::repairs_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("original");
    QTest::addColumn<QString>("repaired");
    QTest::newRow("under review") << u"deals/359"_s << u"status"_s << u"under review"_s << u"under_review"_s;
    QTest::newRow("flat commit") << u"deals/559"_s << u"dealStructure"_s << u"flat commit"_s << u"flat_commit"_s;
    QTest::newRow("spaces") << u"deals/588"_s << u"advertiserName"_s << QString() << QString();
    QTest::newRow("a date with a time") << u"deals/263"_s << u"termStartDate"_s << u"2025-01-01T00:00:00.000Z"_s << u"2025-01-01"_s;
    QTest::newRow("a date in US style") << u"deals/576"_s << u"termEndDate"_s << u"01/31/2027"_s << u"2027-01-31"_s;
    QTest::newRow("a margin in percent") << u"deals/262/tiers/2"_s << u"annualGrossMargin"_s << u"40"_s << u"0.4"_s;
    QTest::newRow("no due date") << u"deals/346/approvals/3"_s << u"dueDate"_s << QString() << QString();
    QTest::newRow("nobody is named") << u"deals/575/history/2"_s << u"actor"_s << QString() << u"(unknown)"_s;
}

void TestImportRules::repairs()
{
    QFETCH(const QString, row);
    QFETCH(const QString, field);
    QFETCH(const QString, original);
    QFETCH(const QString, repaired);
    QVERIFY(planned(m_plan, row.section(u'/', 0, 1)));
    const ImportFinding *found = finding(m_plan, ImportFinding::Kind::Repaired, row, field);
    QVERIFY(found);
    if (!original.isEmpty())
        QCOMPARE(found->original, original);
    if (!repaired.isEmpty())
        QCOMPARE(found->repaired, repaired);
    QVERIFY(found->original != found->repaired);
}

void TestImportRules::everyChildOfAQuarantinedDealIsQuarantined()
{
    for (const ImportFinding &found : m_plan.report.findings) {
        if (found.kind != ImportFinding::Kind::Quarantined)
            continue;
        QVERIFY2(!planned(m_plan, found.row.section(u'/', 0, 1)), qPrintable(found.row));
        QVERIFY(!found.reason.isEmpty());
    }
    QVERIFY(finding(m_plan, ImportFinding::Kind::Quarantined, u"deals/507/history/1"_s, {}));
    QVERIFY(finding(m_plan, ImportFinding::Kind::Quarantined, u"deals/1694/tiers/1"_s, {})); // of a deal that is not there
}

void TestImportRules::formulasStayWhatTheyAre()
{
    const PlannedRow *deal = planned(m_plan, u"deals/498"_s);
    QVERIFY(deal);
    QVERIFY(deal->row["deal"_L1]["deal_name"_L1].toString().startsWith("=HYPERLINK("_L1));
}

void TestImportRules::hostileRowsAreQuarantined_data()
{
    QTest::addColumn<QJsonObject>("deal");
    QTest::addColumn<QJsonObject>("tier");
    const auto changed = [](const QString &field, const QJsonValue &value) {
        QJsonObject deal = wellFormedDeal();
        deal.insert(field, value);
        return deal;
    };
    const QJsonObject none;
    QTest::newRow("a name that is an object") << changed(u"dealName"_s, QJsonObject{{u"a"_s, 1}}) << none;
    QTest::newRow("a name that is a list") << changed(u"dealName"_s, QJsonArray{1, 2}) << none;
    QTest::newRow("status in SQL") << changed(u"status"_s, u"signed'; DROP TABLE deals; --"_s) << none;
    QTest::newRow("reference of another form") << changed(u"referenceNumber"_s, u"DEAL-26-1"_s) << none;
    QTest::newRow("created never") << changed(u"createdAt"_s, QJsonValue::Null) << none;
    QTest::newRow("created at no time") << changed(u"createdAt"_s, u"last Tuesday"_s) << none;
    QTest::newRow("31 February") << changed(u"termStartDate"_s, u"2026-02-31"_s) << none;
    QTest::newRow("European date") << changed(u"termStartDate"_s, u"31/01/2026"_s) << none;
    QTest::newRow("number too large") << changed(u"growthAmbition"_s, 1e300) << none;
    QTest::newRow("flag of words") << changed(u"isRevision"_s, u"perhaps"_s) << none;
    QTest::newRow("negative count") << changed(u"revisionCount"_s, -1) << none;
    QTest::newRow("parent that is not there") << changed(u"parentSubmissionId"_s, 77) << none;
    QTest::newRow("tier of another deal") << wellFormedDeal() << QJsonObject{{u"dealId"_s, 2}};
    QTest::newRow("tier zero") << wellFormedDeal() << QJsonObject{{u"tierNumber"_s, 0}};
    QTest::newRow("tier one and a half") << wellFormedDeal() << QJsonObject{{u"tierNumber"_s, 1.5}};
    QTest::newRow("no revenue") << wellFormedDeal() << QJsonObject{{u"annualRevenue"_s, QJsonValue::Null}};
    QTest::newRow("revenue NaN") << wellFormedDeal() << QJsonObject{{u"annualRevenue"_s, u"NaN"_s}};
    QTest::newRow("revenue beyond the limit") << wellFormedDeal() << QJsonObject{{u"annualRevenue"_s, 99999999999999.0}};
    QTest::newRow("a margin between 1 and 2") << wellFormedDeal() << QJsonObject{{u"annualGrossMargin"_s, 1.5}};
    QTest::newRow("a negative margin") << wellFormedDeal() << QJsonObject{{u"annualGrossMargin"_s, -0.1}};
    QTest::newRow("a negative incentive") << wellFormedDeal()
                                          << QJsonObject{{u"incentives"_s,
                                                          QJsonArray{QJsonObject{{u"option"_s, u"Growth Bonus"_s}, {u"value"_s, -5}}}}};
    QTest::newRow("an incentive without a name")
        << wellFormedDeal() << QJsonObject{{u"incentives"_s, QJsonArray{QJsonObject{{u"value"_s, 5}}}}};
    QTest::newRow("an incentive that is a number") << wellFormedDeal() << QJsonObject{{u"incentives"_s, QJsonArray{5}}};
}

void TestImportRules::hostileRowsAreQuarantined()
{
    QFETCH(const QJsonObject, deal);
    QFETCH(const QJsonObject, tier);
    QCOMPARE(planImport(captureOf(wellFormedDeal()), emptyDatabase()).toImport.size(), 1);
    const ImportPlan plan = planImport(captureOf(deal, tier), emptyDatabase());
    QCOMPARE(plan.toImport.size(), 0);
    QVERIFY(plan.report.balances());
    QCOMPARE(plan.report.counts.at(4).quarantined, 1);
    QCOMPARE(plan.report.counts.at(5).quarantined, 1);
}

void TestImportRules::referencesOfOtherDealsAreReplaced()
{
    ImportSurroundings surroundings = emptyDatabase();
    surroundings.takenReferences = {{u"DEAL-2026-001"_s, false}};
    const ImportPlan plan = planImport(captureOf(wellFormedDeal()), surroundings);
    QVERIFY(finding(plan, ImportFinding::Kind::Repaired, u"deals/1"_s, u"referenceNumber"_s));
    QVERIFY(plan.toImport.first().row["deal"_L1]["reference_number"_L1].isNull());
    surroundings.takenReferences = {{u"DEAL-2026-001"_s, true}};
    QVERIFY(planImport(captureOf(wellFormedDeal()), surroundings).toImport.isEmpty());
}

void TestImportRules::anotherDealUnderAKnownNumberIsNotSkipped()
{
    ImportSurroundings surroundings = emptyDatabase();
    const QString key = knownKey(u"deal"_s, u"1:DEAL-2026-001"_s);
    surroundings.known = {{key, {u"Well formed"_s, u"2025-05-05T00:00:00.000Z"_s}}}; // the prototype was started anew, with the same deals
    QCOMPARE(planImport(captureOf(wellFormedDeal()), surroundings).report.counts.at(4).alreadyThere, 1);
    surroundings.known = {{key, {u"Renamed here"_s, u"2026-01-01T09:00:00.000Z"_s}}};
    QCOMPARE(planImport(captureOf(wellFormedDeal()), surroundings).report.counts.at(4).alreadyThere, 1);
    surroundings.known = {{key, {u"Quite another"_s, u"2025-05-05T00:00:00.000Z"_s}}};
    const ImportPlan plan = planImport(captureOf(wellFormedDeal()), surroundings);
    QCOMPARE(plan.report.counts.at(4).quarantined, 1);
}

void TestImportRules::passwordsNeverComeAlong()
{
    for (const PlannedRow &row : m_plan.toImport)
        QVERIFY(!QJsonDocument(row.row).toJson().contains("plain-"));
}

void TestImportRules::readsValues_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("money");
    QTest::addColumn<QString>("margin");
    QTest::newRow("whole") << QJsonValue(1200000) << u"1200000.00"_s << QString();
    QTest::newRow("double") << QJsonValue(7502.4) << u"7502.40"_s << QString();
    QTest::newRow("cents that doubles cannot hold") << QJsonValue(0.29) << u"0.29"_s << u"0.29"_s;
    QTest::newRow("fraction of a cent") << QJsonValue(10.005) << u"10.01"_s << u"0.10005"_s;
    QTest::newRow("negative") << QJsonValue(-5) << u"-5.00"_s << QString();
    QTest::newRow("text") << QJsonValue(u" 12.50 "_s) << u"12.50"_s << u"0.125"_s;
    QTest::newRow("US separators") << QJsonValue(u"$1,200,000.50"_s) << u"1200000.50"_s << QString();
    QTest::newRow("European separators") << QJsonValue(u"1.200.000,50"_s) << QString() << QString();
    QTest::newRow("percent") << QJsonValue(34.5) << u"34.50"_s << u"0.345"_s;
    QTest::newRow("percent sign") << QJsonValue(u"34.5%"_s) << QString() << u"0.345"_s;
    QTest::newRow("one") << QJsonValue(1) << u"1.00"_s << u"1.0"_s;
    QTest::newRow("hundred") << QJsonValue(100) << u"100.00"_s << u"1.0"_s;
    QTest::newRow("nothing") << QJsonValue(QString()) << QString() << QString();
    QTest::newRow("true") << QJsonValue(true) << QString() << QString();
}

void TestImportRules::readsValues()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, money);
    QFETCH(const QString, margin);
    const auto amount = sourceMoney(value);
    QCOMPARE(amount ? amount->value.toDecimal() : QString(), money);
    const auto ratio = sourceMargin(value);
    QCOMPARE(ratio ? ratio->value.toDecimal() : QString(), margin);
}

QTEST_GUILESS_MAIN(TestImportRules)
#include "tst_import_rules.moc"
