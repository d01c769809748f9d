#pragma once

#include "services/session.h"

namespace dealdesk {

/// Fills a database that has no deal yet with as many invented ones as measurements need.
class SeedService {
public:
    explicit SeedService(Session &session);

    /// `deals` deals of ten years, for measurements: the same ones for the same number. People are seller001 … seller120, trading01 …
    /// legal08, manager01 … svp05; everybody's password is kSamplePassword. Invalid when there are deals already.
    QCoro::Task<Status> seedForMeasurements(int deals) const;

private:
    Session &m_session;
};

} // namespace dealdesk
