#pragma once

#include "services/session.h"

namespace dealdesk {

/// The business clock's steps (domain.md "Clock"): reminder, overdue, escalation. There is no server program: every client asks from time
/// to time whether a step is due, and writes it. However many do so at once, each step is written once.
class ClockService {
public:
    explicit ClockService(Session &session);

    /// Writes the steps that are due; how many this call wrote. One read where none is.
    QCoro::Task<Result<int>> tick() const;

private:
    Session &m_session;
};

} // namespace dealdesk
