#pragma once

#include "command_fixture.h"

namespace dealdesk::test {

/// What two databases are told to be compared afterwards: deals at every stage, with everything that can hang on one, and texts that a
/// spreadsheet or JSON would trip over.
void tellStories(CommandFixture &fixture);

} // namespace dealdesk::test
