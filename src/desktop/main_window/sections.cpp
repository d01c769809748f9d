#include "desktop/main_window/sections.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct SectionText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::Section)
};

} // namespace

QString titleOf(Section section)
{
    switch (section) {
    case Section::Inbox: return SectionText::tr("Inbox");
    case Section::Deals: return SectionText::tr("Deals");
    case Section::History: return SectionText::tr("History");
    case Section::Reports: return SectionText::tr("Reports");
    case Section::Admin: return SectionText::tr("Admin");
    }
    return {};
}

QLatin1StringView iconNameOf(Section section)
{
    switch (section) {
    case Section::Inbox: return "inbox"_L1;
    case Section::Deals: return "handshake"_L1;
    case Section::History: return "history"_L1;
    case Section::Reports: return "chart-column"_L1;
    case Section::Admin: return "settings"_L1;
    }
    return {};
}

QList<Section> sectionsFor(Role role)
{
    QList<Section> sections = {Section::Inbox, Section::Deals, Section::History, Section::Reports};
    if (role == Role::Admin)
        sections << Section::Admin;
    return sections;
}

} // namespace dealdesk
