#include "presentation/deal_list/filter_json.h"

#include "presentation/filters/json_codes.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

QJsonObject toJson(const DealFilter &filter)
{
    QJsonObject json;
    putCodes(json, "statuses"_L1, filter.statuses);
    putCodes(json, "regions"_L1, filter.regions);
    putCodes(json, "types"_L1, filter.types);
    putCodes(json, "channels"_L1, filter.channels);
    putCodes(json, "priorities"_L1, filter.priorities);
    if (filter.owner)
        json.insert("owner"_L1, filter.owner->value());
    if (!filter.text.isEmpty())
        json.insert("text"_L1, filter.text);
    if (filter.createdFrom.isValid())
        json.insert("created_from"_L1, filter.createdFrom.toString(Qt::ISODate));
    if (filter.createdTo.isValid())
        json.insert("created_to"_L1, filter.createdTo.toString(Qt::ISODate));
    if (filter.expiredOnly)
        json.insert("expired_only"_L1, true);
    if (filter.needsAttentionOnly)
        json.insert("needs_attention_only"_L1, true);
    return json;
}

DealFilter filterFromJson(const QJsonObject &json)
{
    DealFilter filter;
    filter.statuses = codesFrom<DealStatus>(json.value("statuses"_L1));
    filter.regions = codesFrom<Region>(json.value("regions"_L1));
    filter.types = codesFrom<DealType>(json.value("types"_L1));
    filter.channels = codesFrom<SalesChannel>(json.value("channels"_L1));
    filter.priorities = codesFrom<Priority>(json.value("priorities"_L1));
    if (const qint64 owner = json.value("owner"_L1).toInteger(); owner > 0)
        filter.owner = UserId(owner);
    filter.text = json.value("text"_L1).toString();
    filter.createdFrom = QDate::fromString(json.value("created_from"_L1).toString(), Qt::ISODate);
    filter.createdTo = QDate::fromString(json.value("created_to"_L1).toString(), Qt::ISODate);
    filter.expiredOnly = json.value("expired_only"_L1).toBool();
    filter.needsAttentionOnly = json.value("needs_attention_only"_L1).toBool();
    return filter;
}

} // namespace dealdesk
