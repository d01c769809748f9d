#include "bench/postgresql/screens.h"

#include "data/resource_text.h"
#include "services/deal_detail.h"
#include "services/history_query.h"
#include "support/postgres/psql.h"

using namespace Qt::StringLiterals;

namespace dealdesk::bench {

SqlText named(const QString &read, const QVariantList &values)
{
    const auto text = resourceText(u":/sql/common/reads/%1.sql"_s.arg(read));
    if (!text)
        qFatal("There is no statement %s.", qPrintable(read));
    return {*text, values};
}

Screen newestDeals(const Actor &actor)
{
    DealPageRequest request;
    request.limit = 50;
    return {u"Deals, newest 50"_s, {dealPageStatement(request, actor, kPostgreSql)}};
}

Screen inboxOf(const Actor &actor)
{
    return {u"inbox"_s, {named(u"inbox"_s, {actor.id.value()})}};
}

Screen detailOf(DealId deal, const Actor &actor)
{
    const QVariantList key{deal.value()};
    HistoryFilter story;
    story.deal = deal;
    return {u"a deal's page"_s,
            {named(u"deal_detail"_s, {deal.value(), actor.id.value(), false}), named(u"deal_content"_s, key),
             named(u"deal_client_figures"_s, key), named(u"deal_approvals"_s, key), named(u"deal_comments"_s, key),
             named(u"deal_revisions"_s, key), historyPageStatement(story, {}, kStoryPage, actor, kPostgreSql)}};
}

Screen newestEvents(const Actor &actor)
{
    return {u"history, newest 100"_s, {historyPageStatement({}, {}, 100, actor, kPostgreSql)}};
}

Screen searchFor(const QString &text, const Actor &actor)
{
    return {u"search “%1”"_s.arg(text), {dealSearchStatement(text, 20, actor, kPostgreSql)}};
}

Actor actorOf(const QString &connectionText, const QString &login)
{
    const auto answer = test::Psql(connectionText).must(u"SELECT id FROM dealdesk.users WHERE username = $1"_s, {login});
    Actor actor;
    actor.id = UserId(answer.integer());
    actor.username = actor.displayName = login;
    return actor;
}

} // namespace dealdesk::bench
