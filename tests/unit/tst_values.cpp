#include "domain/field_path.h"
#include "domain/routing.h"
#include "domain/transitions.h"
#include "domain/values.h"

#include <QSet>
#include <QTest>

using namespace dealdesk;
using namespace Qt::StringLiterals;

namespace {

template<typename E>
void addCodes(const char *name, const QString &codes)
{
    QStringList written;
    QStringList readBack;
    for (const E value : allOf<E>()) {
        const QString code = codeOf(value);
        written += code;
        if (const auto read = fromCode<E>(code); read == value)
            readBack += code;
    }
    QTest::newRow(name) << written << readBack << codes << fromCode<E>(u"unheard_of").has_value();
}

} // namespace

class TestValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codes_data();
    void codes();
    void paths_data();
    void paths();
    void everyFieldHasAPath();
    void foreignPaths_data();
    void foreignPaths();
};

// The codes of domain.md, word for word: databases and old CSV files hold them.
void TestValues::codes_data()
{
    QTest::addColumn<QStringList>("written");
    QTest::addColumn<QStringList>("readBack");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("readsNonsense");

    addCodes<Role>("role", u"seller|department_reviewer|approver|admin"_s);
    addCodes<Department>("department", u"trading|finance|creative|marketing|product|solutions|legal"_s);
    addCodes<DealType>("deal_type", u"grow|protect|custom"_s);
    addCodes<SalesChannel>("sales_channel", u"holding_company|independent_agency|client_direct"_s);
    addCodes<DealStructure>("deal_structure", u"tiered|flat_commit"_s);
    addCodes<Region>("region", u"northeast|midwest|midatlantic|west|south"_s);
    addCodes<Priority>("priority", u"critical|high|medium|low"_s);
    addCodes<ApprovalPriority>("approval priority", u"normal|high|urgent"_s);
    addCodes<DraftType>("draft_type", u"scoping_draft|submission_draft"_s);
    addCodes<FlowIntelligence>("flow_intelligence", u"on_track|needs_attention"_s);
    addCodes<AgencyType>("agency type", u"holding_company|independent"_s);
    addCodes<DealStatus>("status",
                         u"draft|scoping|converted|submitted|under_review|negotiating|approved|contract_drafting|"
                         "client_review|signed|lost"_s);
    addCodes<ApprovalStatus>("approval status", u"pending|revision_requested|approved|rejected|withdrawn|not_required"_s);
    addCodes<ActionType>("action",
                         u"approve|reject|request_revision|comment|initiate|assign|carry_forward|claim|release|delegate|"
                         "escalate|recall|rescind"_s);
    addCodes<RoutingBasis>("routing basis", u"top_tier_revenue|expected_tier_revenue|top_incentive_cost"_s);
    addCodes<DepartmentReason::Kind>("reason", u"always|category|custom_deal|long_term"_s);
    addCodes<TransitionActor>("transition actor", u"owner|reviewer|decider|owner_or_decider|legal|owner_or_legal|system"_s);
}

void TestValues::codes()
{
    QFETCH(const QStringList, written);
    QFETCH(const QStringList, readBack);
    QFETCH(const QString, expected);
    QFETCH(const bool, readsNonsense);
    QCOMPARE(written.join(u'|'), expected);
    QCOMPARE(readBack, written);
    QVERIFY(!readsNonsense);
}

void TestValues::paths_data()
{
    QTest::addColumn<FieldPath>("path");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *text, const FieldPath &path) { QTest::newRow(text) << path << QString::fromUtf8(text); };
    row("name", {Field::Name});
    row("term_start", {Field::TermStart});
    row("growth_opportunity_own", {Field::GrowthOpportunityOwn});
    row("tiers", {Field::Tiers});
    row("tiers[1]", {Field::Tiers, 1});
    row("tiers[0].revenue", {Field::Revenue, 0});
    row("tiers[4].margin", {Field::Margin, 4});
    row("tiers[0].incentives", {Field::Incentives, 0});
    row("tiers[0].incentives[12]", {Field::Incentives, 0, 12});
    row("tiers[2].incentives[1].value", {Field::IncentiveValue, 2, 1});
    row("tiers[2].incentives[1].sub_category", {Field::IncentiveSubCategory, 2, 1});
}

void TestValues::paths()
{
    QFETCH(const FieldPath, path);
    QFETCH(const QString, text);
    QCOMPARE(path.toString(), text);
    QCOMPARE(FieldPath::fromString(text), std::optional(path));
    QCOMPARE(qHash(*FieldPath::fromString(text)), qHash(path));
}

void TestValues::everyFieldHasAPath()
{
    QSet<QString> seen;
    for (int field = 0; field <= int(Field::IncentiveNotes); ++field) {
        const auto which = Field(field);
        const bool ofIncentive = which >= Field::IncentiveCategory;
        const bool ofTier = ofIncentive || (which >= Field::Revenue && which <= Field::Incentives);
        const FieldPath path{which, ofTier ? 0 : -1, ofIncentive ? 0 : -1};
        QCOMPARE(FieldPath::fromString(path.toString()), std::optional(path));
        QVERIFY2(!seen.contains(path.toString()), qPrintable(path.toString()));
        seen += path.toString();
    }
}

void TestValues::foreignPaths_data()
{
    QTest::addColumn<QString>("text");

    for (const char *text : {"",
                             "nothing",
                             "Name",
                             "name ",
                             "revenue",
                             "value",
                             "name[0]",
                             "tiers[",
                             "tiers[]",
                             "tiers[-1]",
                             "tiers[x]",
                             "tiers[01]",
                             "tiers[0",
                             "tiers[0].",
                             "tiers[0].name",
                             "tiers[0]revenue",
                             "tiers[0].value",
                             "tiers[0].incentives[",
                             "tiers[0].incentives[0].revenue",
                             "tiers[0].incentives[0]value",
                             "tiers[0].incentives[0].value.",
                             "tiers[99999999999]"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestValues::foreignPaths()
{
    QFETCH(const QString, text);
    QVERIFY(!FieldPath::fromString(text));
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
