#pragma once

#include "core/enum_codes.h"

namespace dealdesk {

/// What a database is for. Everything but production is marked so that nobody takes it for the real one.
enum class Environment { Production, Test, Development };

template<>
struct EnumCodes<Environment> {
    static constexpr std::array table = {std::pair{Environment::Production, "production"}, std::pair{Environment::Test, "test"},
                                         std::pair{Environment::Development, "development"}};
};

} // namespace dealdesk
