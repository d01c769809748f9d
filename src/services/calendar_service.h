#pragma once

#include "domain/business_clock.h"
#include "domain/values.h"
#include "services/session.h"

namespace dealdesk {

struct CalendarRecord {
    qint64 id = 0; ///< 0: new
    BusinessCalendar calendar;
    QList<Region> regions;  ///< a region has one calendar; saving takes it from another one
    bool isDefault = false; ///< of regions without one; saving takes it from another one
    QDate workedOutUntil;   ///< due dates are known up to here; saving goes on to the end of the tenth year from now
    qint64 version = 0;

    friend bool operator==(const CalendarRecord &, const CalendarRecord &) = default;
};

/// The calendars of the business clock, kept by administrators. What is running keeps its dates.
class CalendarService {
public:
    explicit CalendarService(Session &session);

    QCoro::Task<Result<QList<CalendarRecord>>> list() const;
    QCoro::Task<Status> save(CalendarRecord record) const;

private:
    Session &m_session;
};

} // namespace dealdesk
