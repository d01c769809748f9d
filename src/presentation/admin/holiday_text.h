#pragma once

#include "domain/business_clock.h"

namespace dealdesk {

/// Holidays from text, as a spreadsheet or a list gives it: a line for each, its day first (ISO, or short as this locale writes it), then
/// its name.
struct HolidayText {
    QList<Holiday> holidays;
    QStringList unread; ///< lines without a day

    friend bool operator==(const HolidayText &, const HolidayText &) = default;
};
HolidayText holidaysFromText(const QString &text);

} // namespace dealdesk
