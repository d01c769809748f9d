#pragma once

#include "core/error.h"

namespace dealdesk {

/// The one table that turns an error into a sentence: what is wrong and what to do. Never driver text.
QString sentenceFor(const Error &error);

} // namespace dealdesk
