#pragma once

#include "core/result.h"
#include "data/data_change.h"

#include <chrono>

namespace dealdesk {

/// Looks for what other connections write, and for signs that this one still lives. Made by Connection::watch() and used between the jobs,
/// on the database's thread, while its connection is there.
class ChangeWatch {
public:
    ChangeWatch() = default;
    virtual ~ChangeWatch() = default;
    ChangeWatch(const ChangeWatch &) = delete;
    ChangeWatch &operator=(const ChangeWatch &) = delete;

    /// What others have written since the last look, or since the watch began; empty when nothing. ConnectionLost when nobody answers any
    /// more.
    virtual Result<DataChange> look() = 0;
    /// Whether a look is worth it at once: news came along with the answer to other work.
    [[nodiscard]] virtual bool hasNews() const { return false; }
    /// How often to look while nothing else happens.
    [[nodiscard]] virtual std::chrono::milliseconds interval() const = 0;
    /// A socket that becomes readable when it is worth looking at once; -1 for none.
    [[nodiscard]] virtual qintptr socket() const { return -1; }
};

} // namespace dealdesk
