#include "support/services/services_fixture.h"

#include "data/rows.h"
#include "domain/default_policy.h"
#include "domain/term.h"
#include "domain/transitions.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

QString lineOf(const Transition &transition)
{
    return u"%1 > %2 by %3%4"_s.arg(codeOf(transition.from), codeOf(transition.to), codeOf(transition.actor),
                                    transition.reasonRequired ? u", with reason"_s : QString());
}

Result<QStringList> storedTransitions(Connection &connection)
{
    const auto lines = readRows(
        connection, u"SELECT from_status, to_status, actor, reason_required FROM status_transitions"_s, {}, [](const Query &row) {
            return u"%1 > %2 by %3%4"_s.arg(row.text(0), row.text(1), row.text(2), row.flag(3) ? u", with reason"_s : QString());
        });
    return lines ? Result<QStringList>(QStringList(*lines)) : failure(lines.error());
}

Incentive anyOf(const QString &category)
{
    return {category, u"Any"_s, u"Any"_s, Money::fromDollars(1), {}};
}

} // namespace

/// What is written down twice, in the domain and in the stored logic, says the same twice.
class TestAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void transitions();
    void policyOfANewDatabase();
    void termsInMonths();
    void goldenLevels_data();
    void goldenLevels();
    void goldenDepartments_data();
    void goldenDepartments();

private:
    template<typename Job>
    auto run(Job job)
    {
        return job(m_fixture->database().owner());
    }
    void compareRouting(const DealDraft &draft, const QString &level, QStringList departments, bool aboveTopLimit);

    std::unique_ptr<ServicesFixture> m_fixture;
    std::shared_ptr<const ReferenceData> m_reference;
};

void TestAgreement::initTestCase()
{
    m_fixture = std::make_unique<ServicesFixture>();
    m_reference = awaitValue(ReferenceService(m_fixture->admin()).load());
}

void TestAgreement::transitions()
{
    QStringList expected;
    for (const Transition &transition : dealdesk::transitions())
        expected += lineOf(transition);
    Result<QStringList> stored = run(&storedTransitions);
    QVERIFY(stored);
    expected.sort();
    stored->sort();
    QCOMPARE(*stored, expected);
}

void TestAgreement::policyOfANewDatabase()
{
    QCOMPARE(m_reference->policy, defaultPolicy());
}

void TestAgreement::termsInMonths()
{
    Connection &connection = m_fixture->database().owner();
    const qint64 deal = awaitValue(DealService(m_fixture->seller()).saveDraft({}, {}, DraftType::SubmissionDraft, DealDraft())).id.value();
    const auto storedTerm = [&](const QDate &start, const QDate &end) -> std::optional<qint64> {
        QVariantList values{start.toString(Qt::ISODate), end.toString(Qt::ISODate)};
        QString sql = u"SELECT dealdesk_steps.whole_months(?::date, ?::date)"_s;
        if (!isOnPostgresql()) {
            auto update = connection.prepare(u"UPDATE deals SET term_start_date = ?, term_end_date = ? WHERE id = ?"_s, u"term"_s);
            if (!update->bind(values[0]).bind(values[1]).bind(deal).exec())
                return {};
            sql = u"SELECT months FROM deal_terms WHERE deal_id = ?"_s;
            values = {deal};
        }
        const auto months = readRows(connection, sql, values, [](const Query &row) { return row.optionalInteger(0); });
        return months ? months->value(0).value_or(-1) : std::optional<qint64>();
    };
    const auto disagreement = [&]() -> Result<QString> {
        int pairs = 0;
        for (QDate start(2023, 11, 25); start <= QDate(2024, 3, 5); start = start.addDays(1)) {
            for (int days = -2; days < 420; days += days < 100 ? 1 : 3) {
                const QDate end = start.addDays(days);
                ++pairs;
                if (storedTerm(start, end) != qint64(termMonths(start, end).value_or(-1)))
                    return u"%1 to %2"_s.arg(start.toString(Qt::ISODate), end.toString(Qt::ISODate));
            }
        }
        return pairs > 20'000 ? QString() : u"only %1 pairs"_s.arg(pairs);
    };
    const Result<QString> found = connection.inWriteTransaction(disagreement);
    QVERIFY(found);
    QCOMPARE(*found, QString());
}

/// Saves the draft as it is, and asks the views as well as the domain.
void TestAgreement::compareRouting(const DealDraft &draft, const QString &level, QStringList departments, bool aboveTopLimit)
{
    departments.sort();
    const RoutingPlan plan = planRouting(draft, m_reference->policy);
    QStringList planned;
    for (const DepartmentStep &step : plan.departments)
        planned += codeOf(step.department);
    planned.sort();
    QCOMPARE(planned, departments);
    QCOMPARE(plan.level, level);
    QCOMPARE(plan.aboveTopLimit, aboveTopLimit);

    const DealState saved = awaitValue(DealService(m_fixture->seller()).saveDraft({}, {}, DraftType::SubmissionDraft, draft));
    const auto stored = run([&](Connection &connection) {
        return readRows(
            connection,
            u"SELECT f.departments, f.level, r.above_top_limit FROM deal_routing_facts f JOIN deal_routing r ON r.deal_id = f.deal_id "
            "WHERE f.deal_id = ?"_s,
            {saved.id.value()}, [](const Query &row) {
                return QStringList{row.text(0), row.text(1), row.text(2)};
            });
    });
    QVERIFY(stored);
    QCOMPARE(stored->value(0), (QStringList{departments.join(u','), level, aboveTopLimit ? u"1"_s : u"0"_s}));
}

void TestAgreement::goldenLevels_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("level");
    QTest::addColumn<bool>("aboveTopLimit");
    const auto row = [](const char *amount, const QString &level, bool above = false) {
        QTest::newRow(amount) << QString::fromLatin1(amount) << level << above;
    };
    row("0.00", u"manager"_s);
    row("50000.00", u"manager"_s);
    row("50000.01", u"director"_s);
    row("100000.00", u"director"_s);
    row("100000.01", u"vp"_s);
    row("500000.00", u"vp"_s);
    row("500000.01", u"svp"_s);
    row("1000000.00", u"svp"_s);
    row("1000000.01", u"svp"_s, true);
    row("25000000.00", u"svp"_s, true);
}

void TestAgreement::goldenLevels()
{
    QFETCH(QString, amount);
    QFETCH(QString, level);
    QFETCH(bool, aboveTopLimit);
    DealDraft draft;
    draft.tiers = {Tier{Money::fromDecimal(amount), kDefaultMargin, {}}};
    compareRouting(draft, level, {u"finance"_s, u"trading"_s}, aboveTopLimit);
}

void TestAgreement::goldenDepartments_data()
{
    QTest::addColumn<QStringList>("categories"); // one for each tier; empty for none
    QTest::addColumn<QStringList>("departments");
    QTest::newRow("none") << QStringList{u""_s} << QStringList{u"finance"_s, u"trading"_s};
    QTest::newRow("Financial; Resources") << QStringList{u"Financial"_s, u"Resources"_s} << QStringList{u"finance"_s, u"trading"_s};
    QTest::newRow("Product & Innovation") << QStringList{u"Product & Innovation"_s}
                                          << QStringList{u"finance"_s, u"trading"_s, u"creative"_s};
    QTest::newRow("Technology, Analytics") << QStringList{u"Technology"_s, u"Analytics"_s}
                                           << QStringList{u"finance"_s, u"trading"_s, u"product"_s, u"solutions"_s};
    QTest::newRow("Marketing & L&D on tier 3 only")
        << QStringList{u""_s, u""_s, u"Marketing & L&D"_s} << QStringList{u"finance"_s, u"trading"_s, u"marketing"_s};
}

void TestAgreement::goldenDepartments()
{
    QFETCH(QStringList, categories);
    QFETCH(QStringList, departments);
    DealDraft draft;
    draft.tiers.clear();
    for (const QString &category : categories) {
        draft.tiers += Tier{Money::fromDollars(10'000 * (draft.tiers.size() + 1)), kDefaultMargin, {}};
        if (!category.isEmpty())
            draft.tiers.last().incentives = {anyOf(category)};
    }
    compareRouting(draft, u"manager"_s, departments, false);
}

} // namespace dealdesk::test

QTEST_GUILESS_MAIN(dealdesk::test::TestAgreement)
#include "tst_agreement.moc"
