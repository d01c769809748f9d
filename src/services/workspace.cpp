#include "services/workspace.h"

#include "data/sqlite/backup.h"
#include "data/database_setup.h"

#include <QCoroFuture>
#include <QPointer>
#include <QUuid>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

QCoro::Task<Result<std::shared_ptr<Workspace>>> Workspace::open(DatabaseLocation location, Upkeep upkeep)
{
    auto executor = std::make_unique<SqlExecutor>(location);
    auto future = executor->run(&setUpDatabase);
    const Status ready = co_await future;
    if (!ready)
        co_return failure(ready.error());
    std::shared_ptr<Workspace> workspace(new Workspace(std::move(executor)));
    if (upkeep == Upkeep::Background)
        workspace->keepHouse();
    co_return workspace;
}

Workspace::Workspace(std::unique_ptr<SqlExecutor> executor) : m_executor(std::move(executor))
{
    connect(m_executor.get(), &SqlExecutor::changedElsewhere, this, [this] { Q_EMIT dataChanged(); });
    connect(m_executor.get(), &SqlExecutor::healthChanged, this, [this](DatabaseHealth health) {
        if (!m_isDamaged)
            setState(health == DatabaseHealth::Ready ? State::Ready : health == DatabaseHealth::Busy ? State::Busy : State::Unavailable);
    });
}

Workspace::~Workspace() = default;

QString Workspace::displayName() const
{
    return location().displayName();
}

void Workspace::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

QCoro::Task<Result<QJsonObject>> Workspace::execute(Command command)
{
    if (command.commandId.isEmpty())
        command.commandId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QPointer<Workspace> self(this);
    auto job = [command](Connection &connection) { return connection.command(command); };
    auto future = m_executor->run(std::move(job));
    const Result<QJsonObject> result = co_await future;
    if (self && result)
        Q_EMIT self->dataChanged();
    co_return result;
}

/// A connection of its own, so that no screen waits for it.
QCoro::Task<> Workspace::keepHouse()
{
    const QPointer<Workspace> self(this);
    m_housekeeper = std::make_unique<SqlExecutor>(location(), Connection::Role::Background);
    auto future = m_housekeeper->run(&checkAndBackUp);
    const Status kept = co_await future;
    if (!self)
        co_return;
    m_housekeeper.reset();
    m_houseKept = true;
    if (!kept && kept.error().code != ErrorCode::Cancelled) {
        Error problem = kept.error();
        spdlog::error("the check or the daily backup failed: {}", problem.detail.toStdString());
        if (problem.code == ErrorCode::DatabaseCorrupt) {
            problem.data.insert("backup"_L1, Backups(location()).newest());
            m_isDamaged = true;
            setState(State::Unavailable);
        }
        Q_EMIT problemFound(problem);
    }
    if (self)
        Q_EMIT houseKept();
}

} // namespace dealdesk
