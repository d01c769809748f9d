#pragma once

#include "bench/postgresql/bench_server.h"
#include "bench/postgresql/timings.h"

#include <array>

namespace dealdesk::bench {

/// What people do all day.
enum class Deed { List, Inbox, Detail, Comment };
inline constexpr size_t kDeeds = 4;
QString nameOf(Deed deed);

/// The same by pgbench, with prepared statements: `rate` actions a second spread over so many sessions. Empty figures where it fails.
std::array<Timings, kDeeds> runPgbench(const BenchServer &server, int people, double rate, int seconds, const QList<qint64> &deals);

} // namespace dealdesk::bench
