#include "desktop/inbox/lane_tabs.h"

#include <QLocale>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QString toolTipOf(std::optional<InboxLane> lane)
{
    if (!lane)
        return LaneTabs::tr("Everything that waits for you");
    switch (*lane) {
    case InboxLane::Mine: return LaneTabs::tr("Claimed by you, assigned to you, and your own deals");
    case InboxLane::Queue: return LaneTabs::tr("Shared with everybody who may decide it");
    case InboxLane::Delegated: return LaneTabs::tr("You decide it for somebody who is away");
    case InboxLane::Lower: return LaneTabs::tr("Waits for a lower level; yours may decide it as well");
    case InboxLane::Unattended: return LaneTabs::tr("Nobody may decide it: somebody has to be found");
    }
    return {};
}

} // namespace

LaneTabs::LaneTabs(TaskList *list, Actor actor, QWidget *parent) : QTabBar(parent), m_list(list), m_actor(std::move(actor))
{
    setObjectName(u"laneTabs"_s);
    setAccessibleName(tr("Lanes"));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::NoFocus); // left and right arrows choose from the list
    show();
    connect(m_list, &TaskList::changed, this, &LaneTabs::show);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0 && index < m_shown.size())
            m_list->setLane(m_shown.at(index).lane);
    });
}

void LaneTabs::show()
{
    const auto lanes = m_list->lanes();
    const QSignalBlocker quiet(this);
    while (count() > lanes.size())
        removeTab(count() - 1);
    while (count() < lanes.size())
        addTab({});
    m_shown = lanes;
    for (int i = 0; i < count(); ++i) {
        const auto &[lane, waiting] = lanes.at(i);
        setTabText(i, tr("%1  %2", "lane, number").arg(laneTitle(lane, m_actor).replace(u'&', u"&&"_s), QLocale().toString(waiting)));
        setTabToolTip(i, toolTipOf(lane));
        setTabData(i, lane ? QString(codeOf(*lane)) : u"all"_s);
        if (lane == m_list->lane())
            setCurrentIndex(i);
    }
}

} // namespace dealdesk
