#include "domain/json_reader.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    // toInteger gives its default for fractions and numbers beyond 64 bits
    const qint64 number = value.toInteger(0);
    return number == value.toInteger(1) ? std::optional(number) : std::nullopt;
}

} // namespace

JsonReader::JsonReader(QJsonObject object, QString place, Missing missing, std::shared_ptr<QString> problem)
    : m_object(std::move(object)), m_place(std::move(place)), m_missing(missing), m_problem(std::move(problem))
{
}

std::optional<QJsonValue> JsonReader::find(QLatin1StringView key, QJsonValue::Type type) const
{
    const QJsonValue value = m_object.value(key);
    if (value.type() == type)
        return value;
    if (m_missing == Missing::Refused || !(value.isNull() || value.isUndefined()))
        refuse(key);
    return std::nullopt;
}

QString JsonReader::text(QLatin1StringView key) const
{
    const auto value = find(key, QJsonValue::String);
    return value ? value->toString() : QString();
}

bool JsonReader::boolean(QLatin1StringView key) const
{
    const auto value = find(key, QJsonValue::Bool);
    return value && value->toBool();
}

QDate JsonReader::date(QLatin1StringView key) const
{
    const QString value = text(key);
    const QDate day = QDate::fromString(value, Qt::ISODate);
    if (!value.isEmpty() && (!day.isValid() || day.toString(Qt::ISODate) != value))
        refuse(key);
    return day;
}

std::optional<qint64> JsonReader::integer(QLatin1StringView key, qint64 limit) const
{
    const auto value = find(key, QJsonValue::Double);
    if (!value)
        return std::nullopt;
    const std::optional<qint64> number = wholeNumber(*value);
    if (!number || *number > limit || *number < -limit) {
        refuse(key);
        return std::nullopt;
    }
    return number;
}

std::optional<Money> JsonReader::money(QLatin1StringView key) const
{
    const auto cents = integer(key, Money::kMaxCents);
    return cents ? std::optional(Money::fromCents(*cents)) : std::nullopt;
}

QList<int> JsonReader::integers(QLatin1StringView key) const
{
    QList<int> numbers;
    const auto array = find(key, QJsonValue::Array).value_or(QJsonValue()).toArray();
    for (const QJsonValue &item : array) {
        const auto number = wholeNumber(item);
        if (!number || !item.isDouble() || qAbs(*number) > std::numeric_limits<int>::max())
            refuse(key);
        else
            numbers += static_cast<int>(*number);
    }
    return numbers;
}

QList<JsonReader> JsonReader::objects(QLatin1StringView key) const
{
    QList<JsonReader> readers;
    const auto array = find(key, QJsonValue::Array).value_or(QJsonValue()).toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array.at(i).isObject())
            refuse(key);
        const QString place = u"%1%2[%3]."_s.arg(m_place, key).arg(i);
        readers += JsonReader(array.at(i).toObject(), place, m_missing, m_problem);
    }
    return readers;
}

void JsonReader::refuse(QLatin1StringView key) const
{
    if (m_problem->isEmpty())
        *m_problem = m_place + key;
}

Status JsonReader::status() const
{
    if (m_problem->isEmpty())
        return Nothing{};
    return failure(ErrorCode::MalformedInput, *m_problem);
}

} // namespace dealdesk
