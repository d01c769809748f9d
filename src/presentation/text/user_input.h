#pragma once

#include "core/money.h"
#include "core/ratio.h"

#include <QDate>
#include <QLocale>
#include <QStringView>

#include <optional>

namespace dealdesk {

// What people type, paste and copy from spreadsheets. Nothing is returned for what cannot be read without guessing.

/// "480000", "480,000.00", "$480k", "1.2m", "1.5 bn", "480 000 USD", "(1,200)" for a negative amount. The locale's separators
/// and, where it is unambiguous, the plain decimal. More than two decimals are refused, not rounded.
std::optional<Money> moneyFromInput(QStringView text, const QLocale &locale = QLocale());

/// Percent as people write it: "35", "35%" and "35.5 %" are 0.35, 0.35 and 0.355. A bare number below 1 with decimals
/// ("0.35") is taken for the fraction itself; with a percent sign it stays percent.
std::optional<Ratio> percentFromInput(QStringView text, const QLocale &locale = QLocale());

/// ISO 8601 first ("2026-03-01", a time after it ignored), then the locale's short and long forms; two-digit years are of
/// this century.
QDate dateFromInput(QStringView text, const QLocale &locale = QLocale());

/// The text that an editor shows while it is not being edited, and that its parser reads back: "480,000", "1,200.50".
QString moneyForInput(Money amount, const QLocale &locale = QLocale());
/// "35.5%", with as many decimals as needed.
QString percentForInput(Ratio ratio, const QLocale &locale = QLocale());
/// The locale's short form with a four-digit year.
QString dateForInput(QDate date, const QLocale &locale = QLocale());

} // namespace dealdesk
