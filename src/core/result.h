#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace dealdesk {

/// A value or why there is none. Tasks return it; exceptions are bugs.
template<typename T>
using Result = tl::expected<T, Error>;

struct Nothing {};
using Status = Result<Nothing>;

inline tl::unexpected<Error> failure(ErrorCode code, QString detail = {}, QJsonObject data = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(data)});
}

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace dealdesk
