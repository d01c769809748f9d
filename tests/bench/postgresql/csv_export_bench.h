#pragma once

#include "bench/postgresql/bench_server.h"

namespace dealdesk::bench {

/// The pipeline of all deals as CSV by the report service, and by psql's \copy of the same view; the memory that ours takes.
void benchCsv(BenchServer &server);

} // namespace dealdesk::bench
