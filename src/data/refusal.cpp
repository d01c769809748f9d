#include "data/refusal.h"

#include <QJsonDocument>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr std::array kRefusals = {
    std::pair{"forbidden", ErrorCode::Forbidden},
    std::pair{"separation_of_duties", ErrorCode::SeparationOfDuties},
    std::pair{"stale", ErrorCode::Stale},
    std::pair{"not_found", ErrorCode::NotFound},
    std::pair{"not_editable", ErrorCode::NotEditable},
    std::pair{"illegal_transition", ErrorCode::IllegalTransition},
    std::pair{"already_decided", ErrorCode::AlreadyDecided},
    std::pair{"routing_changed", ErrorCode::RoutingChanged},
    std::pair{"incomplete", ErrorCode::Incomplete},
    std::pair{"reason_required", ErrorCode::ReasonRequired},
    std::pair{"command_reused", ErrorCode::CommandReused},
    std::pair{"invalid", ErrorCode::Invalid},
    std::pair{"duplicate", ErrorCode::Duplicate},
    std::pair{"account_inactive", ErrorCode::AccountInactive},
    std::pair{"maintenance", ErrorCode::Maintenance},
    std::pair{"client_too_old", ErrorCode::ClientTooOld},
    std::pair{"client_too_new", ErrorCode::ClientTooNew},
};

constexpr auto kPrefix = "dealdesk:"_L1;

} // namespace

std::optional<Error> refusalIn(const QString &message)
{
    if (!message.startsWith(kPrefix))
        return std::nullopt;
    const QString text = message.mid(kPrefix.size());
    const qsizetype colon = text.indexOf(u':');
    const QString name = colon < 0 ? text : text.left(colon);
    const QJsonObject data = colon < 0 ? QJsonObject() : QJsonDocument::fromJson(text.mid(colon + 1).toUtf8()).object();
    for (const auto &[code, value] : kRefusals) {
        if (name == QLatin1StringView(code))
            return Error{value, message, data};
    }
    return Error{ErrorCode::Internal, message, data};
}

} // namespace dealdesk
