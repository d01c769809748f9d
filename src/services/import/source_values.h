#pragma once

#include "core/money.h"
#include "core/ratio.h"

#include <QDate>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace dealdesk {

/// A value read from the old data. `repaired` says how it was brought into form, as a sentence; empty when it already was.
template<typename T>
struct SourceValue {
    T value{};
    QString repaired;
};
template<typename T>
using SourceResult = std::optional<SourceValue<T>>;

// Pure functions: what a JSON value of the prototype means. Nothing is returned for what cannot be read safely.

/// The text of any scalar as the source has it ("7502.4", "true", ""), for findings and for texts.
QString sourceText(const QJsonValue &value);

/// A plain number, or a text with a number, also with a dollar sign and separators of thousands; fractions of a cent are rounded.
SourceResult<Money> sourceMoney(const QJsonValue &value);

/// A fraction within 0..1; 2 to 100 are percent. Between 1 and 2 nobody can know.
SourceResult<Ratio> sourceMargin(const QJsonValue &value);

/// ISO 8601, also with a time, or MM/DD/YYYY.
SourceResult<QDate> sourceDate(const QJsonValue &value);

/// An instant as the tables hold it, 'YYYY-MM-DDTHH:MM:SS.sssZ'.
SourceResult<QString> sourceInstant(const QJsonValue &value);

/// A whole number that is one, or a text of digits.
std::optional<qint64> sourceInteger(const QJsonValue &value);

/// A code as it may have been typed: "Under Review", "under-review" and " under_review " are under_review.
QString normalizedCode(const QString &text);

/// Single spaces, none outside.
QString withoutExtraSpaces(const QString &text);

/// Whether the text is an e-mail address in standard form, by the rule that submissions follow.
bool isEmailAddress(const QString &text);

/// The text form of an instant in the tables.
QString instantText(const QDateTime &instant);

} // namespace dealdesk
