#include "desktop/main_window/connection_banner.h"

#include "presentation/text/format.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

ConnectionBanner::ConnectionBanner(std::shared_ptr<Session> session, QWidget *parent) : Banner(parent), m_session(std::move(session))
{
    setObjectName(u"connectionBanner"_s);
    setDismissible(false);
    connect(&m_session->workspace(), &Workspace::stateChanged, this, &ConnectionBanner::showState);
    showState();
}

void ConnectionBanner::showState()
{
    using State = Workspace::State;
    const State state = m_session->workspace().state();
    if (!m_session->workspace().location().isServer() || state == State::Ready || state == State::Busy) {
        m_lastReady = {};
        return clear();
    }
    if (!m_lastReady.isValid())
        m_lastReady = QTime::currentTime();
    const QString since = formatTime(m_lastReady);
    if (state == State::Checking)
        return showMessage(Tone::Caution,
                           tr("The line broke while something was being saved. Deal Desk finds out whether it was; nothing is lost."));
    if (state == State::Maintenance)
        return showMessage(Tone::Info,
                           tr("The database is closed for maintenance. What you see is as of %1; what you type is kept.").arg(since));
    showMessage(Tone::Caution,
                tr("No connection to the server. What you see is as of %1; what you type is kept, and Deal Desk connects "
                   "again by itself.")
                    .arg(since));
}

} // namespace dealdesk
