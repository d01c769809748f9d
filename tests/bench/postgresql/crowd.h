#pragma once

#include "bench/postgresql/bench_server.h"

namespace dealdesk::bench {

/// So many people at once, each with a session of their own, who act every five seconds on average: four look at the list, two at the
/// inbox, three at a deal, one writes a comment. By the data layer: all sessions in this process, on a few threads. Then pgbench with the
/// same statements, mix, number of sessions and pace. Prints the memory that a session costs the server as well.
void benchCrowd(BenchServer &server, int people, int seconds);

/// How long until everybody's connection works again by itself after the server was restarted.
void benchRestart(BenchServer &server, int people);

} // namespace dealdesk::bench
