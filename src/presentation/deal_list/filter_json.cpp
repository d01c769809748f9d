#include "presentation/deal_list/filter_json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

template<typename E>
void put(QJsonObject &json, QLatin1StringView key, const QList<E> &values)
{
    QJsonArray codes;
    for (const E value : values)
        codes.append(codeOf(value));
    if (!codes.isEmpty())
        json.insert(key, codes);
}

template<typename E>
QList<E> listFrom(const QJsonValue &json)
{
    QList<E> values;
    const QJsonArray codes = json.toArray();
    for (const QJsonValue code : codes) {
        if (const auto value = fromCode<E>(code.toString()))
            values.append(*value);
    }
    return values;
}

} // namespace

QJsonObject toJson(const DealFilter &filter)
{
    QJsonObject json;
    put(json, "statuses"_L1, filter.statuses);
    put(json, "regions"_L1, filter.regions);
    put(json, "types"_L1, filter.types);
    put(json, "channels"_L1, filter.channels);
    put(json, "priorities"_L1, filter.priorities);
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
    filter.statuses = listFrom<DealStatus>(json.value("statuses"_L1));
    filter.regions = listFrom<Region>(json.value("regions"_L1));
    filter.types = listFrom<DealType>(json.value("types"_L1));
    filter.channels = listFrom<SalesChannel>(json.value("channels"_L1));
    filter.priorities = listFrom<Priority>(json.value("priorities"_L1));
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
