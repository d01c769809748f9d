#pragma once

#include "data/change_watch.h"
#include "data/connection.h"

namespace dealdesk {

/// PRAGMA data_version moves when another connection, of this process or another one, has written. What it wrote is not said.
class SqliteWatch final : public ChangeWatch {
public:
    explicit SqliteWatch(Connection &connection);

    Result<DataChange> look() override;
    [[nodiscard]] std::chrono::milliseconds interval() const override { return std::chrono::milliseconds(400); }

private:
    std::optional<qint64> version();

    Connection &m_connection;
    std::optional<qint64> m_version;
};

} // namespace dealdesk
