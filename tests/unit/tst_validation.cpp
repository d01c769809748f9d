#include "sample_drafts.h"

#include <QLocale>
#include <QTest>

#include <functional>

using namespace dealdesk;
using namespace dealdesk::test;
using namespace Qt::StringLiterals;

using Edit = std::function<void(DealDraft &)>;
Q_DECLARE_METATYPE(Edit)

namespace {

QString nameOf(ViolationCode code)
{
    static const QHash<ViolationCode, QString> names = {{ViolationCode::Required, u"required"_s},
                                                        {ViolationCode::TooLong, u"too long"_s},
                                                        {ViolationCode::NotAnEmail, u"not an e-mail"_s},
                                                        {ViolationCode::BelowMinimum, u"below minimum"_s},
                                                        {ViolationCode::EndNotAfterStart, u"end not after start"_s},
                                                        {ViolationCode::TooFewTiers, u"too few tiers"_s},
                                                        {ViolationCode::TooManyTiers, u"too many tiers"_s},
                                                        {ViolationCode::FlatCommitNeedsOneTier, u"one tier"_s},
                                                        {ViolationCode::RevenueNotRising, u"not rising"_s},
                                                        {ViolationCode::MarginOutOfRange, u"margin"_s},
                                                        {ViolationCode::Negative, u"negative"_s},
                                                        {ViolationCode::UnknownClient, u"unknown client"_s},
                                                        {ViolationCode::AgencyTypeMismatch, u"agency type"_s},
                                                        {ViolationCode::NotInCatalog, u"not in catalogue"_s},
                                                        {ViolationCode::Unreadable, u"unreadable"_s},
                                                        {ViolationCode::TooLarge, u"too large"_s}};
    return names.value(code);
}

QStringList summaryOf(const QList<Violation> &violations)
{
    QStringList lines;
    for (const Violation &violation : violations)
        lines += violation.field.toString() + u": "_s + nameOf(violation.code);
    return lines;
}

QList<Violation> ofSubmission(const DealDraft &draft)
{
    static const IncentiveCatalog catalog = sampleCatalog();
    return violationsOfSubmission(draft, sampleClients(), catalog);
}

// A row of TestValidation::rules: an edit of a complete draft, and what is then wrong whatever is asked of it,
void anyTime(const char *name, Edit edit, const QStringList &expected)
{
    QTest::newRow(name) << std::move(edit) << expected << expected << expected;
}

// … from asking for scoping on,
void fromScoping(const char *name, Edit edit, const QStringList &expected)
{
    QTest::newRow(name) << std::move(edit) << QStringList() << expected << expected;
}

// … or for a submission only.
void onSubmission(const char *name, Edit edit, const QStringList &expected)
{
    QTest::newRow(name) << std::move(edit) << QStringList() << QStringList() << expected;
}

void addNameRows()
{
    anyTime("complete", [](DealDraft &) {}, {});
    anyTime("name of 500", [](DealDraft &d) { d.name = QString(500, u'n'); }, {});
    anyTime("name of 501", [](DealDraft &d) { d.name = QString(501, u'n'); }, {u"name: too long"_s});
    fromScoping("no name", [](DealDraft &d) { d.name.clear(); }, {u"name: required"_s});
    fromScoping("name of spaces", [](DealDraft &d) { d.name = u" \t\n"_s; }, {u"name: required"_s});
    onSubmission("e-mail", [](DealDraft &d) { d.email = u"nobody"_s; }, {u"email: not an e-mail"_s});
    anyTime("no e-mail", [](DealDraft &d) { d.email.clear(); }, {});
    onSubmission("no region", [](DealDraft &d) { d.region.reset(); }, {u"region: required"_s});
}

void addClientRows()
{
    fromScoping("no advertiser", [](DealDraft &d) { d.advertiserName.clear(); }, {u"advertiser: required"_s});
    fromScoping("unknown advertiser", [](DealDraft &d) { d.advertiserName = u"Nobody"_s; }, {u"advertiser: unknown client"_s});
    fromScoping("an agency as advertiser", [](DealDraft &d) { d.advertiserName = u"Contoso Media"_s; }, {u"advertiser: unknown client"_s});
    anyTime("any agency when direct", [](DealDraft &d) { d.agencyName = u"Nobody"_s; }, {});
    fromScoping("no agency", [](DealDraft &d) { d.channel = SalesChannel::HoldingCompany; }, {u"agency: required"_s});
    const auto agency = [](SalesChannel channel, const QString &name) {
        return [channel, name](DealDraft &d) {
            d.channel = channel;
            d.agencyName = name;
            d.advertiserName.clear();
        };
    };
    anyTime("holding company", agency(SalesChannel::HoldingCompany, u"Fabrikam Group"_s), {});
    anyTime("independent agency", agency(SalesChannel::IndependentAgency, u" Contoso Media "_s), {});
    fromScoping("independent as holding", agency(SalesChannel::HoldingCompany, u"Contoso Media"_s), {u"agency: agency type"_s});
    fromScoping("holding as independent", agency(SalesChannel::IndependentAgency, u"Fabrikam Group"_s), {u"agency: agency type"_s});
    fromScoping("unknown agency", agency(SalesChannel::IndependentAgency, u"Nobody"_s), {u"agency: unknown client"_s});
}

void addAmbitionAndTermRows()
{
    anyTime("no ambition", [](DealDraft &d) { d.growthAmbition.reset(); }, {});
    onSubmission("low ambition", [](DealDraft &d) { d.growthAmbition = Money::fromCents(99'999'999); },
                 {u"growth_ambition: below minimum"_s});
    anyTime("negative ambition", [](DealDraft &d) { d.growthAmbition = Money::fromCents(-1); }, {u"growth_ambition: negative"_s});
    anyTime("vast ambition", [](DealDraft &d) { d.growthAmbition = Money::fromCents(Money::kMaxCents + 1); },
            {u"growth_ambition: too large"_s});

    onSubmission("no first day", [](DealDraft &d) { d.termStart = {}; }, {u"term_start: required"_s});
    onSubmission("no last day", [](DealDraft &d) { d.termEnd = {}; }, {u"term_end: required"_s});
    onSubmission("ends on its first day", [](DealDraft &d) { d.termEnd = d.termStart; }, {u"term_end: end not after start"_s});
    onSubmission("ends before", [](DealDraft &d) { d.termEnd = d.termStart.addDays(-1); }, {u"term_end: end not after start"_s});
    anyTime("two days", [](DealDraft &d) { d.termEnd = d.termStart.addDays(1); }, {});
}

void addTierRows()
{
    onSubmission("no tiers", [](DealDraft &d) { d.tiers.clear(); }, {u"tiers: too few tiers"_s});
    anyTime("five tiers", [](DealDraft &d) { d.tiers = draftWithRevenues({1, 2, 3, 4, 5}).tiers; }, {});
    anyTime("six tiers", [](DealDraft &d) { d.tiers = draftWithRevenues({1, 2, 3, 4, 5, 6}).tiers; }, {u"tiers: too many tiers"_s});
    onSubmission("flat with two", [](DealDraft &d) { d.structure = DealStructure::FlatCommit; }, {u"tiers: one tier"_s});
    anyTime("flat with one",
            [](DealDraft &d) {
                d.structure = DealStructure::FlatCommit;
                d.tiers.removeLast();
            },
            {});
    onSubmission("no revenue", [](DealDraft &d) { d.tiers[1].annualRevenue.reset(); }, {u"tiers[1].revenue: required"_s});
    onSubmission("zero revenue", [](DealDraft &d) { d.tiers[0].annualRevenue = Money(); }, {u"tiers[0].revenue: below minimum"_s});
    anyTime("negative revenue", [](DealDraft &d) { d.tiers[0].annualRevenue = Money::fromCents(-1); }, {u"tiers[0].revenue: negative"_s});
    onSubmission("equal revenues", [](DealDraft &d) { d.tiers[1].annualRevenue = d.tiers[0].annualRevenue; },
                 {u"tiers[1].revenue: not rising"_s});
    anyTime("rising by a cent", [](DealDraft &d) { d.tiers[1].annualRevenue = *d.tiers[0].annualRevenue + Money::fromCents(1); }, {});
    onSubmission("falling past a gap",
                 [](DealDraft &d) {
                     d.tiers = draftWithRevenues({3, 2, 2}).tiers;
                     d.tiers[1].annualRevenue.reset();
                 },
                 {u"tiers[1].revenue: required"_s, u"tiers[2].revenue: not rising"_s});
    onSubmission("no margin", [](DealDraft &d) { d.tiers[0].grossMargin.reset(); }, {u"tiers[0].margin: required"_s});
    anyTime("margins of 0 and 1",
            [](DealDraft &d) {
                d.tiers[0].grossMargin = Ratio();
                d.tiers[1].grossMargin = Ratio::fromPercent(100);
            },
            {});
    anyTime("margin below 0", [](DealDraft &d) { d.tiers[0].grossMargin = Ratio::fromMillionths(-1); }, {u"tiers[0].margin: margin"_s});
    anyTime("margin of 35", [](DealDraft &d) { d.tiers[1].grossMargin = Ratio::fromPercent(3500); }, {u"tiers[1].margin: margin"_s});
}

void addIncentiveRows()
{
    const auto incentive = [](auto change) { return [change](DealDraft &d) { change(d.tiers[0].incentives[0]); }; };
    anyTime("no incentive", [](DealDraft &d) { d.tiers[0].incentives.clear(); }, {});
    onSubmission("no category", incentive([](Incentive &i) { i.category.clear(); }), {u"tiers[0].incentives[0].category: required"_s});
    onSubmission("no sub-category", incentive([](Incentive &i) { i.subCategory.clear(); }),
                 {u"tiers[0].incentives[0].sub_category: required"_s});
    onSubmission("no option", incentive([](Incentive &i) { i.option.clear(); }), {u"tiers[0].incentives[0].option: required"_s});
    onSubmission("strange category", incentive([](Incentive &i) { i.category = u"Gifts"_s; }),
                 {u"tiers[0].incentives[0].category: not in catalogue"_s});
    onSubmission("sub-category of another", incentive([](Incentive &i) { i.subCategory = u"Training"_s; }),
                 {u"tiers[0].incentives[0].sub_category: not in catalogue"_s});
    onSubmission("option of another", incentive([](Incentive &i) { i.option = u"Growth Bonus"_s; }),
                 {u"tiers[0].incentives[0].option: not in catalogue"_s});
    onSubmission("no value", incentive([](Incentive &i) { i.value.reset(); }), {u"tiers[0].incentives[0].value: required"_s});
    anyTime("value of zero", incentive([](Incentive &i) { i.value = Money(); }), {});
    anyTime("negative value", incentive([](Incentive &i) { i.value = Money::fromCents(-1); }),
            {u"tiers[0].incentives[0].value: negative"_s});
    anyTime("vast value", incentive([](Incentive &i) { i.value = Money::fromCents(Money::kMaxCents + 1); }),
            {u"tiers[0].incentives[0].value: too large"_s});
}

} // namespace

class TestValidation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void rules_data();
    void rules();
    void emails_data();
    void emails();
    void sentences_data();
    void sentences();
    void everythingMissingInFormOrder();
    void unreadableValues_data();
    void unreadableValues();
    void namesCountAfterTrimming();
    void stricterPurposesKeepTheDraftsViolations();
    void catalogueAnswersInItsOrder();
};

void TestValidation::rules_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QStringList>("draft");
    QTest::addColumn<QStringList>("scoping");
    QTest::addColumn<QStringList>("submission");

    addNameRows();
    addClientRows();
    addAmbitionAndTermRows();
    addTierRows();
    addIncentiveRows();
}

void TestValidation::rules()
{
    QFETCH(const Edit, edit);
    QFETCH(const QStringList, draft);
    QFETCH(const QStringList, scoping);
    QFETCH(const QStringList, submission);
    DealDraft edited = completeDraft();
    edit(edited);
    QCOMPARE(summaryOf(violationsOfDraft(edited)), draft);
    QCOMPARE(summaryOf(violationsOfScoping(edited, sampleClients())), scoping);
    QCOMPARE(summaryOf(ofSubmission(edited)), submission);
}

void TestValidation::emails_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<bool>("good");

    for (const char *good :
         {"a@b.co", "trader.one+deals@sub.example.com", "o'brien@example.org", " spaced@example.com ", "x@1-2.example.museum", "a@b.co\n"})
        QTest::newRow(good) << QString::fromUtf8(good) << true;
    for (const char *bad : {"a", "a@b", "@b.co", "a@", "a@@b.co", "a@b..co", ".a@b.co", "a.@b.co", "a..b@c.co", "a b@c.co", "a@-b.co",
                            "a@b-.co", "a@b.c", "a@b.c1", "a@b.co,c@d.co", "A <a@b.co>", "a@b.co\nx"})
        QTest::newRow(bad) << QString::fromUtf8(bad) << false;
    QTest::newRow("local part of 64") << QString(64, u'a') + u"@b.co"_s << true;
    QTest::newRow("local part of 65") << QString(65, u'a') + u"@b.co"_s << false;
    const QString longDomain = (QString(60, u'd') + u'.').repeated(4);
    QTest::newRow("254 characters") << u"1234567@"_s + longDomain + u"co"_s << true;
    QTest::newRow("255 characters") << u"12345678@"_s + longDomain + u"co"_s << false;
}

void TestValidation::emails()
{
    QFETCH(const QString, email);
    QFETCH(const bool, good);
    DealDraft draft = completeDraft();
    draft.email = email;
    QCOMPARE(ofSubmission(draft).isEmpty(), good);
}

void TestValidation::sentences_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("sentence");

    const auto row = [](const char *name, Edit edit, const QString &sentence) { QTest::newRow(name) << std::move(edit) << sentence; };
    row(
        "term start", [](DealDraft &d) { d.termStart = {}; }, u"Enter the first day of the term."_s);
    row(
        "client", [](DealDraft &d) { d.advertiserName = u"100% %2 Inc"_s; },
        u"“100% %2 Inc” is not among the advertisers. Choose one from the list or ask an admin to add it."_s);
    row(
        "minimum", [](DealDraft &d) { d.growthAmbition = Money(); },
        u"The growth ambition is at least 1,000,000 USD. Raise it or leave it empty."_s);
    row(
        "rising", [](DealDraft &d) { d.tiers[0].annualRevenue = Money::fromCents(48'000'005); },
        u"Revenue must rise from tier to tier. Enter more than 480,000.05 USD."_s);
    row(
        "too many",
        [](DealDraft &d) {
            d.tiers = draftWithRevenues({1, 2, 3, 4, 5, 6}).tiers;
        },
        u"There are 6 tiers. Remove some: a deal has 5 at most."_s);
    row(
        "too large", [](DealDraft &d) { d.tiers[1].annualRevenue = Money::fromCents(Money::kMaxCents + 1); },
        u"The amount is too large. Enter 9,999,999,999,999.99 USD at most."_s);
}

void TestValidation::sentences()
{
    QFETCH(const Edit, edit);
    QFETCH(const QString, sentence);
    DealDraft draft = completeDraft();
    edit(draft);
    const QList<Violation> violations = ofSubmission(draft);
    QCOMPARE(violations.size(), 1);
    QCOMPARE(violations.first().sentence, sentence);
}

void TestValidation::everythingMissingInFormOrder()
{
    DealDraft draft;
    draft.email = u"?"_s;
    draft.growthAmbition = Money();
    draft.tiers = {Tier{std::nullopt, std::nullopt, {Incentive{}}}, Tier{std::nullopt, std::nullopt, {}}};
    draft.structure = DealStructure::FlatCommit;
    QStringList fields;
    for (const Violation &violation : ofSubmission(draft)) {
        fields += violation.field.toString();
        QVERIFY(!violation.sentence.isEmpty());
    }
    QCOMPARE(fields,
             QStringList({u"name"_s, u"email"_s, u"region"_s, u"advertiser"_s, u"growth_ambition"_s, u"term_start"_s, u"term_end"_s,
                          u"tiers"_s, u"tiers[0].revenue"_s, u"tiers[0].margin"_s, u"tiers[0].incentives[0].category"_s,
                          u"tiers[0].incentives[0].value"_s, u"tiers[1].revenue"_s, u"tiers[1].margin"_s}));
}

void TestValidation::unreadableValues_data()
{
    QTest::addColumn<FieldPath>("field");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("amount") << FieldPath{Field::Revenue, 0} << u"“12,0x” is not an amount. Enter a number of dollars such as 480,000."_s;
    QTest::newRow("margin") << FieldPath{Field::Margin, 0} << u"“12,0x” is not a percentage. Enter a number from 0 to 100."_s;
    QTest::newRow("months") << FieldPath{Field::ContractTerm} << u"“12,0x” is not a number of months. Enter a whole number such as 12."_s;
    QTest::newRow("choice") << FieldPath{Field::Region} << u"“12,0x” is not one of the choices. Choose one from the list."_s;
    QTest::newRow("other") << FieldPath{Field::Name} << u"“12,0x” cannot be read. Enter it again."_s;
}

void TestValidation::unreadableValues()
{
    QFETCH(const FieldPath, field);
    QFETCH(const QString, sentence);
    const Violation violation = unreadable(field, u"12,0x"_s);
    QCOMPARE(violation.field, field);
    QCOMPARE(violation.code, ViolationCode::Unreadable);
    QCOMPARE(violation.sentence, sentence);
    QVERIFY(unreadable({Field::TermEnd}, u"tomorrow"_s).sentence.startsWith(u"“tomorrow” is not a date."));
}

void TestValidation::namesCountAfterTrimming()
{
    DealDraft draft = completeDraft();
    draft.name = u"  "_s + QString(500, u'n') + u"  "_s;
    QVERIFY(violationsOfDraft(draft).isEmpty());
}

void TestValidation::stricterPurposesKeepTheDraftsViolations()
{
    QRandomGenerator random(3);
    for (int i = 0; i < 2'000; ++i) {
        const DealDraft draft = randomDraft(random);
        const QList<Violation> scoping = violationsOfScoping(draft, sampleClients());
        const QList<Violation> submission = ofSubmission(draft);
        for (const Violation &violation : violationsOfDraft(draft)) {
            QVERIFY2(scoping.contains(violation), qPrintable(violation.field.toString()));
            QVERIFY2(submission.contains(violation), qPrintable(violation.field.toString()));
        }
        QSet<FieldPath> fields;
        for (const Violation &violation : submission) {
            QVERIFY2(!fields.contains(violation.field), qPrintable(violation.field.toString()));
            fields += violation.field;
        }
    }
}

void TestValidation::catalogueAnswersInItsOrder()
{
    const IncentiveCatalog catalog = sampleCatalog();
    QCOMPARE(catalog.categoryNames().first(), u"Financial"_s);
    QCOMPARE(catalog.subCategoryNames(u"Resources"_s), QStringList({u"Staff Resources"_s, u"Training"_s}));
    QCOMPARE(catalog.options(u"Financial"_s, u"Discounts"_s).first(), u"Volume Discount"_s);
    QVERIFY(catalog.options(u"Financial"_s, u"Training"_s).isEmpty());
    QVERIFY(catalog.subCategoryNames(u"Gifts"_s).isEmpty());
    QVERIFY(catalog.contains(u"Marketing & L&D"_s, u"Learning & Development"_s, u"Custom Curriculum"_s));
    QVERIFY(!catalog.contains(u"Marketing & L&D"_s, u"Learning & Development"_s, u"custom curriculum"_s));
}

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
