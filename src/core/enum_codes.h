#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>
#include <utility>

namespace dealdesk {

/// Specialised per enumeration with `static constexpr std::array table = {std::pair{E::X, "x"}, …}`: the codes that
/// databases, JSON and CSV hold. Labels for people live in presentation/text.
template<typename E>
struct EnumCodes;

template<typename E>
[[nodiscard]] constexpr QLatin1StringView codeOf(E value)
{
    for (const auto &[candidate, code] : EnumCodes<E>::table) {
        if (candidate == value)
            return QLatin1StringView(code);
    }
    return {};
}

template<typename E>
[[nodiscard]] std::optional<E> fromCode(QStringView text)
{
    for (const auto &[candidate, code] : EnumCodes<E>::table) {
        if (text == QLatin1StringView(code))
            return candidate;
    }
    return std::nullopt;
}

template<typename E>
[[nodiscard]] constexpr auto allOf()
{
    std::array<E, EnumCodes<E>::table.size()> values{};
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = EnumCodes<E>::table[i].first;
    return values;
}

} // namespace dealdesk
