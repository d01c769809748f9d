#pragma once

namespace dealdesk::test {

/// How often a test repeats what it does: `everyTime` in a plain run, `inSoak` where DEALDESK_SOAK is set, as `./dev soak` does.
int rounds(int everyTime, int inSoak);

} // namespace dealdesk::test
