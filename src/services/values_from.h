#pragma once

#include "core/ids.h"
#include "core/money.h"
#include "core/ratio.h"
#include "data/query.h"

#include <optional>

namespace dealdesk {

// Typed values from a row's columns; nothing for NULL.

inline std::optional<Money> optionalMoney(const Query &row, int column)
{
    const auto cents = row.optionalInteger(column);
    return cents ? std::optional(Money::fromCents(*cents)) : std::nullopt;
}

inline std::optional<Ratio> optionalRatio(const Query &row, int column)
{
    const auto millionths = row.optionalInteger(column);
    return millionths ? std::optional(Ratio::fromMillionths(*millionths)) : std::nullopt;
}

template<typename IdType>
std::optional<IdType> optionalId(const Query &row, int column)
{
    const auto value = row.optionalInteger(column);
    return value ? std::optional(IdType(*value)) : std::nullopt;
}

} // namespace dealdesk
