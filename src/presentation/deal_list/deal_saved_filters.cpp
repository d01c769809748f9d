#include "presentation/deal_list/deal_saved_filters.h"

#include "presentation/deal_list/filter_json.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QList<DealStatus> openStatuses()
{
    return {DealStatus::Draft,       DealStatus::Scoping,  DealStatus::Submitted,        DealStatus::UnderReview,
            DealStatus::Negotiating, DealStatus::Approved, DealStatus::ContractDrafting, DealStatus::ClientReview};
}

QList<SavedFilter> builtInFilters(UserId me)
{
    DealFilter mine;
    mine.owner = me;
    mine.statuses = openStatuses();
    DealFilter awaiting;
    awaiting.statuses = {DealStatus::Submitted, DealStatus::UnderReview};
    DealFilter attention;
    attention.needsAttentionOnly = true;
    DealFilter expired;
    expired.expiredOnly = true;
    return {{DealSavedFilters::tr("My open deals"), toJson(mine), true},
            {DealSavedFilters::tr("Awaiting approval"), toJson(awaiting), true},
            {DealSavedFilters::tr("Needs attention"), toJson(attention), true},
            {DealSavedFilters::tr("Expired drafts"), toJson(expired), true}};
}

} // namespace

DealSavedFilters::DealSavedFilters(const Actor &actor, QObject *parent)
    : SavedFilters(u"people/"_s + actor.username + u"/savedFilters"_s, builtInFilters(actor.id), parent)
{
}

} // namespace dealdesk
