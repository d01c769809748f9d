#include "support/services/sent_back.h"

namespace dealdesk::test {

namespace {
Decision decisionOf(ServicesFixture &fixture, DealId deal, const QString &username)
{
    Decision decision;
    decision.approval = *fixture.taskOf(username, deal).approval;
    decision.deal = deal;
    decision.version = awaitValue(DealService(fixture.admin()).detail(deal)).version;
    return decision;
}
} // namespace

void sendBack(ServicesFixture &fixture, DealId deal, const QString &username, const QString &reason, const QStringList &fields)
{
    Decision decision = decisionOf(fixture, deal, username);
    decision.kind = DecisionKind::RequestRevision;
    decision.reason = reason;
    decision.fields = fields;
    awaitValue(ApprovalService(*fixture.session(username)).decide(decision));
}

void approve(ServicesFixture &fixture, DealId deal, const QString &username)
{
    awaitValue(ApprovalService(*fixture.session(username)).decide(decisionOf(fixture, deal, username)));
}

} // namespace dealdesk::test
