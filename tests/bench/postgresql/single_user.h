#pragma once

#include "bench/postgresql/bench_server.h"

#include <chrono>

namespace dealdesk::bench {

/// One person at a time: each screen and each decision by the services, beside the same statements by libpq alone; taken in turns. With a
/// delay both go through a line that takes so much longer for each round trip.
void benchSingleUser(BenchServer &server, int repeats, std::chrono::milliseconds delay = {});

/// What row-level security costs: the same statements by libpq as a reviewer and as the server's superuser.
void benchRowSecurity(BenchServer &server, int repeats);

} // namespace dealdesk::bench
