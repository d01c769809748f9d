#pragma once

#include <QList>

namespace dealdesk::bench {

/// Prints a table per scale, and the growth from the first scale to the last. False when a part could not be measured.
bool runEmbeddedBench(const QList<int> &scales);

} // namespace dealdesk::bench
