#include "presentation/inbox/inbox_filter.h"

#include "presentation/filters/json_codes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

bool InboxFilter::passes(const InboxTask &task) const
{
    if (overdueOnly && !task.overdue)
        return false;
    if ((claimedOnly && !task.assignee) || (unclaimedOnly && task.assignee))
        return false;
    if (!priorities.isEmpty() && !priorities.contains(task.priority))
        return false;
    if (minimum && (!task.routingAmount || *task.routingAmount < *minimum))
        return false;
    const bool isAsked = task.department ? departments.contains(*task.department) : levels.contains(task.level);
    if (!(departments.isEmpty() && levels.isEmpty()) && !isAsked)
        return false;
    const auto hasText = [this](const QString &field) { return field.contains(text, Qt::CaseInsensitive); };
    const QStringList fields{task.reference, task.name, task.client, task.ownerName};
    return text.isEmpty() || std::any_of(fields.cbegin(), fields.cend(), hasText);
}

QJsonObject toJson(const InboxFilter &filter)
{
    QJsonObject json;
    if (!filter.text.isEmpty())
        json.insert("text"_L1, filter.text);
    putCodes(json, "departments"_L1, filter.departments);
    if (!filter.levels.isEmpty())
        json.insert("levels"_L1, QJsonArray::fromStringList(filter.levels));
    putCodes(json, "priorities"_L1, filter.priorities);
    for (const auto &[key, value] : {std::pair{"overdue_only"_L1, filter.overdueOnly}, std::pair{"claimed_only"_L1, filter.claimedOnly},
                                     std::pair{"unclaimed_only"_L1, filter.unclaimedOnly}}) {
        if (value)
            json.insert(key, true);
    }
    if (filter.minimum)
        json.insert("minimum_cents"_L1, filter.minimum->cents());
    return json;
}

InboxFilter inboxFilterFromJson(const QJsonObject &json)
{
    InboxFilter filter;
    filter.text = json.value("text"_L1).toString();
    filter.departments = codesFrom<Department>(json.value("departments"_L1));
    const QJsonArray levels = json.value("levels"_L1).toArray();
    for (const QJsonValue level : levels)
        filter.levels.append(level.toString());
    filter.priorities = codesFrom<ApprovalPriority>(json.value("priorities"_L1));
    filter.overdueOnly = json.value("overdue_only"_L1).toBool();
    filter.claimedOnly = json.value("claimed_only"_L1).toBool();
    filter.unclaimedOnly = json.value("unclaimed_only"_L1).toBool();
    if (const qint64 cents = json.value("minimum_cents"_L1).toInteger(); cents > 0)
        filter.minimum = Money::fromCents(cents);
    return filter;
}

} // namespace dealdesk
