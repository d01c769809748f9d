#pragma once

#include "services/session.h"

namespace dealdesk {

/// Fills an empty database with invented people, clients and deals.
class SeedService {
public:
    explicit SeedService(Session &session);

    /// `deals` deals of ten years, for measurements: the same ones for the same number. Everybody's password is kSamplePassword.
    QCoro::Task<Status> seedForMeasurements(int deals) const;

    static constexpr char kSamplePassword[] = "dealdesk-sample";

private:
    Session &m_session;
};

} // namespace dealdesk
