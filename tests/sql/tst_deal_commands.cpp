#include "command_fixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

/// A deal from draft to signed, and every way that is refused.
class TestDealCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesExactlyWhatWasWritten();
    void numbersTheDealsOfAYear();
    void replacesTiersOfASavedDraft();
    void goesFromDraftToSigned();
    void freezesWhatWasSubmitted();
    void copiesTheClientsFiguresAtSubmission();
    void refuses_data();
    void refuses();
    void refusesAnIncompleteSubmission_data();
    void refusesAnIncompleteSubmission();
    void turnsAScopingRequestIntoADraft();
    void loses();
    void revisesALostDeal();
    void expiresAndRenewsADraft();
    void takesAnApprovedDealBackToNegotiating();
    void transfersADeal();
    void keepsComments();
};

void TestDealCommands::savesExactlyWhatWasWritten()
{
    CommandFixture f;
    QJsonObject draft = CommandFixture::draft();
    draft[u"business_summary"_s] = u"Quotes \" and \\ back\\slashes,\nlines\tand \u000b more; Ünïcode ✓ \U0001F600"_s;
    draft[u"region"_s] = QJsonValue::Null;
    QJsonArray tiers = draft[u"tiers"_s].toArray();
    QJsonObject first = tiers[0].toObject();
    first[u"annual_revenue"_s] = QJsonValue::Null;
    first[u"incentives"_s] = QJsonArray{CommandFixture::incentive(u"Marketing & L&D"_s, u"Marketing Support"_s, u"PR Support"_s),
                                        CommandFixture::incentive(u"Technology"_s, u"Data Services"_s, u"Data Enrichment"_s)};
    tiers[0] = first;
    draft[u"tiers"_s] = tiers;

    const qint64 deal = f.savedDeal(draft);
    const QString stored = f.value(u"SELECT content FROM deal_content WHERE deal_id = ?"_s, {deal}).toString();
    QCOMPARE(QJsonDocument::fromJson(stored.toUtf8()).object(), draft);
}

void TestDealCommands::numbersTheDealsOfAYear()
{
    CommandFixture f;
    const QString year = f.value(u"SELECT substr(CAST(CURRENT_TIMESTAMP AS TEXT), 1, 4)"_s).toString();
    for (int i = 0; i < 3; ++i)
        f.savedDeal();
    QCOMPARE(f.column(u"SELECT reference_number FROM deals ORDER BY id"_s),
             QStringList({u"DEAL-%1-001"_s.arg(year), u"DEAL-%1-002"_s.arg(year), u"DEAL-%1-003"_s.arg(year)}));
    QVERIFY(f.connection().execute(u"UPDATE reference_counters SET last_number = 999"_s, u"test"_s));
    f.savedDeal();
    QCOMPARE(f.value(u"SELECT reference_number FROM deals ORDER BY id DESC LIMIT 1"_s).toString(), u"DEAL-%1-1000"_s.arg(year));
    QCOMPARE(f.column(u"SELECT reference_number FROM deal_list ORDER BY reference_key DESC LIMIT 1"_s),
             QStringList(u"DEAL-%1-1000"_s.arg(year)));
}

void TestDealCommands::replacesTiersOfASavedDraft()
{
    CommandFixture f;
    const qint64 deal = f.savedDeal();
    QJsonObject draft = CommandFixture::draft(90'000'000);
    const QJsonObject result = f.done(u"save_draft"_s, u"seller"_s, deal, {{u"draft_type"_s, u"submission_draft"_s}, {u"draft"_s, draft}});
    QCOMPARE(result.value("version"_L1).toInt(), 2);
    QCOMPARE(f.value(u"SELECT count(*) FROM deal_tiers WHERE deal_id = ?"_s, {deal}).toInt(), 3);
    QCOMPARE(f.value(u"SELECT count(*) FROM tier_incentives"_s).toInt(), 1);
    QCOMPARE(f.value(u"SELECT top_revenue FROM deals WHERE id = ?"_s, {deal}).toLongLong(), 90'000'000);
    draft[u"tiers"_s] = QJsonArray();
    f.done(u"save_draft"_s, u"seller"_s, deal, {{u"draft_type"_s, u"submission_draft"_s}, {u"draft"_s, draft}});
    QVERIFY(f.value(u"SELECT top_revenue FROM deals WHERE id = ?"_s, {deal}).isNull());
}

void TestDealCommands::goesFromDraftToSigned()
{
    CommandFixture f;
    const qint64 deal = f.savedDeal();
    f.done(u"submit_deal"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft()}, {u"plan"_s, f.plan()}});
    QCOMPARE(f.decide(u"finance"_s, deal, u"finance"_s).value("status"_L1).toString(), u"under_review"_s);
    f.decide(u"trading"_s, deal, u"trading"_s);
    QCOMPARE(f.decide(u"vp"_s, deal, u"vp"_s).value("status"_L1).toString(), u"approved"_s);
    f.done(u"advance_deal"_s, u"legal"_s, deal, {{u"to"_s, u"contract_drafting"_s}, {u"reason"_s, u""_s}});
    f.done(u"advance_deal"_s, u"legal"_s, deal, {{u"to"_s, u"client_review"_s}, {u"reason"_s, u""_s}});
    const QJsonObject signedDeal = f.done(u"advance_deal"_s, u"seller"_s, deal, {{u"to"_s, u"signed"_s}, {u"reason"_s, u""_s}});
    QCOMPARE(signedDeal.value("status"_L1).toString(), u"signed"_s);

    QCOMPARE(
        f.column(u"SELECT what || ' by ' || actor_name FROM deal_history WHERE deal_id = ? AND source = 'status' ORDER BY id"_s, {deal}),
        QStringList({u"draft by seller Tester"_s, u"submitted by seller Tester"_s, u"under_review by finance Tester"_s,
                     u"approved by vp Tester"_s, u"contract_drafting by legal Tester"_s, u"client_review by legal Tester"_s,
                     u"signed by seller Tester"_s}));
    QCOMPARE(f.column(u"SELECT what || ' ' || detail FROM deal_history WHERE deal_id = ? AND source = 'action' ORDER BY id"_s, {deal}),
             QStringList({u"initiate trading"_s, u"initiate finance"_s, u"approve finance"_s, u"approve trading"_s, u"initiate vp"_s,
                          u"approve vp"_s}));
}

void TestDealCommands::freezesWhatWasSubmitted()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const QString content = f.value(u"SELECT content FROM deal_revision_list WHERE deal_id = ? AND revision_number = 1"_s, {deal})
                                .toString();
    QCOMPARE(QJsonDocument::fromJson(content.toUtf8()).object(), CommandFixture::draft());
    QCOMPARE(f.refusal(u"save_draft"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft()}}), u"not_editable"_s);
}

void TestDealCommands::copiesTheClientsFiguresAtSubmission()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    f.done(u"save_advertiser"_s, u"admin"_s, {}, {{u"name"_s, u"Other"_s}});
    QCOMPARE(f.value(u"SELECT previous_year_revenue FROM deal_detail WHERE id = ?"_s, {deal}).toLongLong(), 40'000'000);
    QCOMPARE(f.value(u"SELECT routing_level FROM deal_detail WHERE id = ?"_s, {deal}).toString(), u"vp"_s);
}

void TestDealCommands::refuses_data()
{
    QTest::addColumn<QString>("state"); // of the deal that seller owns
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<QString>("code");
    const QJsonObject draft{{u"draft"_s, CommandFixture::draft()}};
    const QJsonObject reason{{u"reason"_s, u"a reason"_s}};
    const auto to = [](const QString &status, const QString &why = {}) { return QJsonObject{{u"to"_s, status}, {u"reason"_s, why}}; };

    QTest::newRow("a hidden draft") << u"draft"_s << u"save_draft"_s << u"seller2"_s << draft << u"not_found"_s;
    QTest::newRow("somebody else's deal") << u"draft"_s << u"save_draft"_s << u"admin"_s << draft << u"forbidden"_s;
    QTest::newRow("recall of a draft") << u"draft"_s << u"recall_deal"_s << u"seller"_s << reason << u"illegal_transition"_s;
    QTest::newRow("resubmit of a draft") << u"draft"_s << u"resubmit_deal"_s << u"seller"_s << draft << u"illegal_transition"_s;
    QTest::newRow("scoping of a submission draft") << u"draft"_s << u"ask_for_scoping"_s << u"seller"_s << draft << u"illegal_transition"_s;
    QTest::newRow("convert a draft") << u"draft"_s << u"convert_scoping"_s << u"seller"_s << QJsonObject() << u"illegal_transition"_s;
    QTest::newRow("discard without a reason") << u"draft"_s << u"mark_lost"_s << u"seller"_s << QJsonObject() << u"reason_required"_s;
    QTest::newRow("skip to signed") << u"draft"_s << u"advance_deal"_s << u"seller"_s << to(u"signed"_s) << u"illegal_transition"_s;
    QTest::newRow("amount of the wrong type") << u"draft"_s << u"save_draft"_s << u"seller"_s
                                              << QJsonObject{{u"draft"_s, QJsonObject{{u"tiers"_s, u"none"_s}}}} << u"invalid"_s;
    QTest::newRow("submit again") << u"submitted"_s << u"submit_deal"_s << u"seller"_s << draft << u"illegal_transition"_s;
    QTest::newRow("recall by another") << u"submitted"_s << u"recall_deal"_s << u"seller2"_s << reason << u"forbidden"_s;
    QTest::newRow("renew what is submitted") << u"submitted"_s << u"renew_draft"_s << u"seller"_s << QJsonObject()
                                             << u"illegal_transition"_s;
    QTest::newRow("revise what is under way") << u"submitted"_s << u"revise_deal"_s << u"seller"_s << reason << u"illegal_transition"_s;
    QTest::newRow("lost by legal before approval") << u"submitted"_s << u"mark_lost"_s << u"legal"_s << reason << u"forbidden"_s;
    QTest::newRow("transfer by a seller") << u"submitted"_s << u"transfer_deal"_s << u"seller"_s << QJsonObject{{u"owner_id"_s, 3}}
                                          << u"forbidden"_s;
    QTest::newRow("transfer to a reviewer") << u"submitted"_s << u"transfer_deal"_s << u"admin"_s << QJsonObject{{u"owner_id"_s, 5}}
                                            << u"invalid"_s;
    QTest::newRow("an empty comment") << u"submitted"_s << u"comment"_s << u"finance"_s << QJsonObject{{u"body"_s, u"  "_s}}
                                      << u"invalid"_s;
    QTest::newRow("contract by the owner") << u"approved"_s << u"advance_deal"_s << u"seller"_s << to(u"contract_drafting"_s)
                                           << u"forbidden"_s;
    QTest::newRow("contract skipped") << u"approved"_s << u"advance_deal"_s << u"legal"_s << to(u"client_review"_s)
                                      << u"illegal_transition"_s;
    QTest::newRow("reopened without a reason") << u"approved"_s << u"advance_deal"_s << u"legal"_s << to(u"negotiating"_s)
                                               << u"reason_required"_s;
    QTest::newRow("lost through advance") << u"approved"_s << u"advance_deal"_s << u"legal"_s << to(u"lost"_s, u"x"_s)
                                          << u"illegal_transition"_s;
    QTest::newRow("recall of what is approved") << u"approved"_s << u"recall_deal"_s << u"seller"_s << reason << u"illegal_transition"_s;
    QTest::newRow("signed too early") << u"approved"_s << u"advance_deal"_s << u"seller"_s << to(u"signed"_s) << u"illegal_transition"_s;
}

void TestDealCommands::refuses()
{
    QFETCH(QString, state);
    QFETCH(QString, command);
    QFETCH(QString, actor);
    QFETCH(QJsonObject, arguments);
    CommandFixture f;
    const qint64 deal = state == "draft"_L1 ? f.savedDeal() : state == "submitted"_L1 ? f.submittedDeal() : f.approvedDeal();
    QTEST(f.refusal(command, actor, deal, arguments), "code");
    QCOMPARE(f.statusOf(deal), state);
}

void TestDealCommands::refusesAnIncompleteSubmission_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const QJsonObject draft = CommandFixture::draft();
    const auto tiers = [&draft](auto change) {
        QJsonArray changed = draft.value("tiers"_L1).toArray();
        change(changed);
        return QJsonValue(changed);
    };
    const auto inTier = [&tiers](int index, const QString &key, const QJsonValue &value) {
        return tiers([=](QJsonArray &all) {
            QJsonObject one = all[index].toObject();
            one[key] = value;
            all[index] = one;
        });
    };
    QTest::newRow("name") << u"deal_name"_s << QJsonValue(u"   "_s);
    QTest::newRow("region") << u"region"_s << QJsonValue();
    QTest::newRow("unknown client") << u"advertiser_name"_s << QJsonValue(u"Nobody"_s);
    QTest::newRow("no client") << u"advertiser_name"_s << QJsonValue(u""_s);
    QTest::newRow("an advertiser is no agency") << u"sales_channel"_s << QJsonValue(u"holding_company"_s);
    QTest::newRow("start") << u"term_start_date"_s << QJsonValue();
    QTest::newRow("end before start") << u"term_end_date"_s << QJsonValue(u"2026-01-15"_s);
    QTest::newRow("growth ambition") << u"growth_ambition"_s << QJsonValue(99'999'999);
    QTest::newRow("no tiers") << u"tiers"_s << QJsonValue(QJsonArray());
    QTest::newRow("one tier for flat commit") << u"deal_structure"_s << QJsonValue(u"flat_commit"_s);
    QTest::newRow("a gap") << u"tiers"_s << tiers([](QJsonArray &all) { all.removeAt(1); });
    QTest::newRow("revenue") << u"tiers"_s << inTier(1, u"annual_revenue"_s, {});
    QTest::newRow("margin") << u"tiers"_s << inTier(1, u"annual_gross_margin"_s, {});
    QTest::newRow("revenue not rising") << u"tiers"_s << inTier(1, u"annual_revenue"_s, 48'000'000);
    QTest::newRow("incentive without value") << u"tiers"_s
                                             << inTier(0, u"incentives"_s,
                                                       QJsonArray{QJsonObject{{u"category_name"_s, u"Financial"_s},
                                                                              {u"sub_category_name"_s, u"Discounts"_s},
                                                                              {u"incentive_option"_s, u"Volume Discount"_s}}});
    QTest::newRow("incentive not on offer")
        << u"tiers"_s << inTier(0, u"incentives"_s, QJsonArray{CommandFixture::incentive(u"Financial"_s, u"Discounts"_s, u"Free lunch"_s)});
}

void TestDealCommands::refusesAnIncompleteSubmission()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    CommandFixture f;
    const qint64 deal = f.savedDeal();
    QJsonObject draft = CommandFixture::draft();
    draft[key] = value;
    QCOMPARE(f.refusal(u"submit_deal"_s, u"seller"_s, deal, {{u"draft"_s, draft}, {u"plan"_s, f.plan()}}), u"incomplete"_s);
    QVERIFY(f.run(u"save_draft"_s, u"seller"_s, deal, {{u"draft"_s, draft}})); // as a draft it is welcome
}

void TestDealCommands::turnsAScopingRequestIntoADraft()
{
    CommandFixture f;
    QJsonObject draft = CommandFixture::draft();
    draft[u"tiers"_s] = QJsonArray();
    const QJsonObject saved = f.done(u"save_draft"_s, u"seller"_s, {}, {{u"draft_type"_s, u"scoping_draft"_s}, {u"draft"_s, draft}});
    const qint64 deal = saved.value("deal_id"_L1).toInteger();
    QCOMPARE(f.refusal(u"submit_deal"_s, u"seller"_s, deal, {{u"draft"_s, draft}, {u"plan"_s, f.plan()}}), u"illegal_transition"_s);
    f.done(u"ask_for_scoping"_s, u"seller"_s, deal, {{u"draft"_s, draft}});
    QCOMPARE(f.statusOf(deal), u"scoping"_s);
    const QJsonObject converted = f.done(u"convert_scoping"_s, u"seller"_s, deal, {});
    const qint64 child = converted.value("new_deal_id"_L1).toInteger();
    QVERIFY(child > deal);
    QCOMPARE(f.statusOf(deal), u"converted"_s);
    QCOMPARE(f.statusOf(child), u"draft"_s);
    QCOMPARE(f.value(u"SELECT parent_submission_id FROM deals WHERE id = ?"_s, {child}).toLongLong(), deal);
    QCOMPARE(f.value(u"SELECT reference_number FROM deals WHERE id = ?"_s, {child}).toString(),
             converted.value("reference_number"_L1).toString());
}

void TestDealCommands::loses()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    f.done(u"mark_lost"_s, u"seller"_s, deal, {{u"reason"_s, u"went elsewhere"_s}});
    QCOMPARE(f.statusOf(deal), u"lost"_s);
    QCOMPARE(f.value(u"SELECT count(*) FROM deal_approvals WHERE status = 'withdrawn'"_s).toInt(), 2);
    QCOMPARE(f.value(u"SELECT comments FROM deal_status_history ORDER BY id DESC LIMIT 1"_s).toString(), u"went elsewhere"_s);
    const qint64 approved = f.approvedDeal();
    f.done(u"mark_lost"_s, u"legal"_s, approved, {{u"reason"_s, u"no contract"_s}});
    QCOMPARE(f.statusOf(approved), u"lost"_s);
}

void TestDealCommands::revisesALostDeal()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    f.done(u"mark_lost"_s, u"seller"_s, deal, {{u"reason"_s, u"for now"_s}});
    QCOMPARE(f.refusal(u"revise_deal"_s, u"seller"_s, deal, {{u"reason"_s, u""_s}}), u"reason_required"_s);
    const qint64 child = f.done(u"revise_deal"_s, u"seller"_s, deal, {{u"reason"_s, u"again"_s}}).value("new_deal_id"_L1).toInteger();
    QCOMPARE(f.value(u"SELECT is_revision FROM deals WHERE id = ?"_s, {child}).toInt(), 1);
    QCOMPARE(f.value(u"SELECT content FROM deal_content WHERE deal_id = ?"_s, {child}),
             f.value(u"SELECT content FROM deal_content WHERE deal_id = ?"_s, {deal}));
    QCOMPARE(f.value(u"SELECT count(*) FROM deal_approvals WHERE deal_id = ?"_s, {child}).toInt(), 0);
}

void TestDealCommands::expiresAndRenewsADraft()
{
    CommandFixture f;
    const qint64 deal = f.savedDeal();
    QVERIFY(f.connection().execute(u"UPDATE deals SET draft_expires_at = '2020-01-01T00:00:00.000Z'"_s, u"test"_s));
    QCOMPARE(f.value(u"SELECT is_expired FROM deal_list WHERE id = ?"_s, {deal}).toInt(), 1);
    QCOMPARE(f.refusal(u"save_draft"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft()}}), u"not_editable"_s);
    QCOMPARE(f.refusal(u"submit_deal"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft()}, {u"plan"_s, f.plan()}}),
             u"not_editable"_s);
    f.done(u"renew_draft"_s, u"seller"_s, deal, {});
    QVERIFY(f.run(u"save_draft"_s, u"seller"_s, deal, {{u"draft"_s, CommandFixture::draft()}}));
}

void TestDealCommands::takesAnApprovedDealBackToNegotiating()
{
    CommandFixture f;
    const qint64 deal = f.approvedDeal();
    f.done(u"advance_deal"_s, u"seller"_s, deal, {{u"to"_s, u"negotiating"_s}, {u"reason"_s, u"client wants changes"_s}});
    QJsonObject draft = CommandFixture::draft();
    draft.insert(u"region"_s, u"south"_s);
    f.done(u"resubmit_deal"_s, u"seller"_s, deal, {{u"draft"_s, draft}, {u"plan"_s, f.plan()}});
    QCOMPARE(f.statusOf(deal), u"under_review"_s);
    QCOMPARE(f.column(u"SELECT department FROM deal_approvals WHERE status = 'pending' AND revision_number = 2"_s),
             QStringList{u"trading"_s});
}

void TestDealCommands::transfersADeal()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    f.done(u"transfer_deal"_s, u"admin"_s, deal, {{u"owner_id"_s, f.user(u"seller2"_s)}});
    QCOMPARE(f.refusal(u"recall_deal"_s, u"seller"_s, deal, {{u"reason"_s, u"x"_s}}), u"forbidden"_s);
    QVERIFY(f.run(u"recall_deal"_s, u"seller2"_s, deal, {{u"reason"_s, u"x"_s}}));
}

void TestDealCommands::keepsComments()
{
    CommandFixture f;
    const qint64 deal = f.submittedDeal();
    const qint64 task = f.taskOf(deal, u"finance"_s);
    f.done(u"comment"_s, u"vp"_s, deal, {{u"body"_s, u"looks good"_s}, {u"approval_id"_s, task}});
    QCOMPARE(f.column(u"SELECT actor_name || ': ' || comments || ' ' || detail FROM deal_history WHERE source = 'comment'"_s),
             QStringList(u"vp Tester: looks good finance"_s));
    QCOMPARE(f.refusal(u"comment"_s, u"vp"_s, deal, {{u"body"_s, u"x"_s}, {u"approval_id"_s, 99}}), u"not_found"_s);
}

QTEST_GUILESS_MAIN(TestDealCommands)
#include "tst_deal_commands.moc"
