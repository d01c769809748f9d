#pragma once

#include "services/connections/connection_profile.h"
#include "services/session.h"

#include <QObject>

class QLabel;
class QStatusBar;

namespace dealdesk {

/// The permanent part of the status bar: database, person, role and how the database is doing.
class StatusLine : public QObject {
    Q_OBJECT

public:
    StatusLine(std::shared_ptr<Session> session, const ConnectionProfile &connection, QStatusBar *bar);

    /// A passing word at the left.
    void showMessage(const QString &text);

private:
    void showState();

    std::shared_ptr<Session> m_session;
    QStatusBar *m_bar;
    QLabel *m_state = nullptr;
};

} // namespace dealdesk
