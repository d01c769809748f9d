#include "told_stories.h"

using namespace Qt::StringLiterals;

namespace dealdesk::test {

void tellStories(CommandFixture &f)
{
    QJsonObject rich = CommandFixture::draft(60'000'000);
    rich.insert(u"deal_name"_s, u"Spring \"flight\" / Ümlaut\n50% off_now"_s);
    rich.insert(u"business_summary"_s, u"=1+1, and a 'quoted' word\ttabbed"_s);
    f.savedDeal();
    f.savedDeal(rich);
    f.submittedDeal(4'000'000);
    f.dealInStage2();
    f.approvedDeal();
    const qint64 revised = f.submittedDeal();
    f.done(u"claim"_s, u"finance2"_s, revised, {{u"approval_id"_s, f.taskOf(revised, u"finance"_s)}});
    f.decide(u"finance"_s, revised, u"finance"_s, u"request_revision"_s, u"Margin too low"_s);
    f.done(u"comment"_s, u"seller2"_s, revised, {{u"body"_s, u"Seen."_s}, {u"approval_id"_s, QJsonValue::Null}});
    f.done(u"resubmit_deal"_s, u"seller"_s, revised, {{u"draft"_s, CommandFixture::draft()}, {u"plan"_s, f.plan()}});
    f.done(u"mark_lost"_s, u"seller"_s, f.submittedDeal(), {{u"reason"_s, u"Went elsewhere"_s}});
    const qint64 contract = f.approvedDeal();
    f.done(u"advance_deal"_s, u"legal"_s, contract, {{u"to"_s, u"contract_drafting"_s}, {u"reason"_s, QString()}});
}

} // namespace dealdesk::test
