#pragma once

#include "desktop/widgets/banner.h"
#include "services/session.h"

#include <QTime>

namespace dealdesk {

/// Says across the frame when what is on the screen may be old, or when it is not known yet whether something was saved. Goes away by
/// itself.
class ConnectionBanner : public Banner {
    Q_OBJECT

public:
    explicit ConnectionBanner(std::shared_ptr<Session> session, QWidget *parent = nullptr);

private:
    void showState();

    std::shared_ptr<Session> m_session;
    QTime m_lastReady; ///< since when the line is away
};

} // namespace dealdesk
