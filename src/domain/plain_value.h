#pragma once

#include "core/enum_codes.h"
#include "core/money.h"
#include "core/ratio.h"

#include <QDate>
#include <QString>

#include <optional>

namespace dealdesk {

// A field's value as differences and conflicts hold it: codes, decimals ("480000.00", "0.35"), ISO dates, texts; empty where there is none.

inline QString plain(const QString &text)
{
    return text;
}

inline QString plain(QDate day)
{
    return day.toString(Qt::ISODate);
}

inline QString plain(Money amount)
{
    return amount.toDecimal();
}

inline QString plain(Ratio ratio)
{
    return ratio.toDecimal();
}

template<typename E>
requires std::is_enum_v<E> QString plain(E value)
{
    return codeOf(value);
}

template<typename T>
QString plain(const std::optional<T> &value)
{
    return value ? plain(*value) : QString();
}

} // namespace dealdesk
