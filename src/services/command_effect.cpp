#include "services/command_effect.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

bool isAboutPeople(const QString &name)
{
    return name == "cmd_change_password"_L1 || name == "cmd_create_first_admin"_L1;
}

bool isAboutReference(const QString &name)
{
    return name.startsWith("cmd_save_"_L1) && name != "cmd_save_draft"_L1 && !isAboutPeople(name);
}

} // namespace

DataChange changeBy(const Command &command, const QJsonObject &result)
{
    // what somebody has read concerns nobody's screens: theirs knows it
    if (command.name == "cmd_read_notices"_L1)
        return {};
    DataChange change;
    change.people = isAboutPeople(command.name);
    change.reference = isAboutReference(command.name);
    for (const auto key : {"deal_id"_L1, "new_deal_id"_L1}) {
        if (const QJsonValue deal = result.value(key); deal.isDouble())
            change.deals.insert(DealId(deal.toInteger()));
    }
    if (command.dealId)
        change.deals.insert(DealId(*command.dealId));
    // Whoever is switched off or gets another role hands tasks on; an imported row may be anything.
    return command.name == "cmd_save_user"_L1 || change.isEmpty() ? DataChange::all() : change;
}

} // namespace dealdesk
