#pragma once

#include "core/enum_codes.h"
#include "domain/values.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

namespace dealdesk {

/// The pages of the sidebar. Codes are stored in the settings.
enum class Section { Inbox, Deals, History, Reports, Admin };
template<>
struct EnumCodes<Section> {
    static constexpr std::array table = {std::pair{Section::Inbox, "inbox"}, std::pair{Section::Deals, "deals"},
                                         std::pair{Section::History, "history"}, std::pair{Section::Reports, "reports"},
                                         std::pair{Section::Admin, "admin"}};
};

QString titleOf(Section section);
QLatin1StringView iconNameOf(Section section);
/// In the order of the sidebar.
QList<Section> sectionsFor(Role role);

} // namespace dealdesk
