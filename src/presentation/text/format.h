#pragma once

#include "core/money.h"
#include "core/ratio.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace dealdesk {

// Numbers and dates for people, in the user's locale. Absent values read "no data" or an en dash, as said.
QString formatAmount(Money amount);                                  ///< "480,000": as formatMoney, for columns that name the currency
QString formatMoney(Money amount);                                   ///< "480,000 USD"; cents only where there are any
QString formatMoney(const std::optional<Money> &amount);             ///< "no data" when absent
QString formatMoneyCompact(Money amount);                            ///< "480 K", "1.2 M": for charts and chips
QString formatPercent(const std::optional<Ratio> &ratio);            ///< "35.5 %"; "no data" when absent
QString formatGrowth(const std::optional<Ratio> &ratio);             ///< "+12.3 %", "−4 %"; "no data" when absent
QString formatDate(QDate date);                                      ///< short; an en dash when null
QString formatTime(QTime time);                                      ///< without seconds
QString formatInstant(const QString &isoUtc);                        ///< local time zone, short; an en dash when empty
QString formatRelative(const QString &isoUtc, const QDateTime &now); ///< "2 hours ago", "in 3 days", "yesterday"
QDateTime instantFrom(const QString &isoUtc);

} // namespace dealdesk
