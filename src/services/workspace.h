#pragma once

#include "core/result.h"
#include "data/sql_executor.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace dealdesk {

/// An open database, before anybody signs in: migrated, backed up, checked.
class Workspace : public QObject {
    Q_OBJECT

public:
    enum class State { Ready, Busy, Unavailable };
    Q_ENUM(State)

    /// Opens or creates: refuses network and synced folders, newer schemas and damaged files; backs up before a migration and once a day.
    static QCoro::Task<Result<std::shared_ptr<Workspace>>> open(DatabaseLocation location);
    ~Workspace() override;

    [[nodiscard]] SqlExecutor &executor();
    [[nodiscard]] const DatabaseLocation &location() const;
    /// What the status bar shows: the file's name without folder and ending.
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] State state() const;
    /// Runs a command, and tells everybody of this process that data changed.
    QCoro::Task<Result<QJsonObject>> execute(Command command);

Q_SIGNALS:
    /// Something was written, here or by another process: what is on the screen is fetched again.
    void dataChanged();
    void stateChanged();

private:
    explicit Workspace(std::unique_ptr<SqlExecutor> executor);
    std::unique_ptr<SqlExecutor> m_executor;
    State m_state = State::Ready;
};

} // namespace dealdesk
