#include "services/workspace.h"

#include "data/database_setup.h"
#include "data/sqlite/backup.h"
#include "services/command_effect.h"

#include <QCoroFuture>
#include <QPointer>
#include <QUuid>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr int kMaintenancePollMs = 15'000;
}

QCoro::Task<Result<std::shared_ptr<Workspace>>> Workspace::open(DatabaseLocation location, Upkeep upkeep)
{
    if (location.isServer()) {
        auto opening = openServer(std::move(location));
        co_return co_await opening;
    }
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

QCoro::Task<Result<std::shared_ptr<Workspace>>> Workspace::openServer(DatabaseLocation location)
{
    auto executor = std::make_unique<SqlExecutor>(location);
    auto future = executor->run(&readHandshake);
    const Result<ServerHandshake> handshake = co_await future;
    if (!handshake)
        co_return failure(handshake.error());
    if (const Status fits = checkHandshake(*handshake, location.server->username); !fits)
        co_return failure(fits.error());
    std::shared_ptr<Workspace> workspace(new Workspace(std::move(executor)));
    workspace->m_handshake = *handshake;
    co_return workspace;
}

Workspace::Workspace(std::unique_ptr<SqlExecutor> executor) : m_executor(std::move(executor))
{
    connect(&m_changes, &ChangeCollector::changed, this, &Workspace::dataChanged);
    connect(m_executor.get(), &SqlExecutor::changedElsewhere, &m_changes, &ChangeCollector::addOthers);
    connect(m_executor.get(), &SqlExecutor::healthChanged, this, [this](DatabaseHealth health) {
        m_health = health;
        updateState();
    });
    if (!location().isServer())
        return;
    m_sender = std::make_unique<CommandSender>(*m_executor, CommandJournal::folderFor(location()));
    m_maintenanceOver.setInterval(kMaintenancePollMs);
    connect(m_sender.get(), &CommandSender::openCountChanged, this, &Workspace::updateState);
    connect(m_executor.get(), &SqlExecutor::reconnected, this, &Workspace::greetAgain);
    connect(&m_maintenanceOver, &QTimer::timeout, this, &Workspace::greetAgain);
}

Workspace::~Workspace() = default;

QString Workspace::displayName() const
{
    return location().displayName();
}

void Workspace::refetch()
{
    Q_EMIT dataChanged(DataChange::all());
}

void Workspace::updateState()
{
    const auto present = [this] {
        if (m_isDamaged)
            return State::Unavailable;
        if (m_sender && m_sender->openCount() > 0)
            return State::Checking;
        if (m_maintenanceOver.isActive() && m_health == DatabaseHealth::Ready)
            return State::Maintenance;
        switch (m_health) {
        case DatabaseHealth::Ready: return State::Ready;
        case DatabaseHealth::Busy: return State::Busy;
        case DatabaseHealth::Reconnecting: return State::Reconnecting;
        case DatabaseHealth::Unavailable: break;
        }
        return State::Unavailable;
    };
    if (present() == m_state)
        return;
    m_state = present();
    Q_EMIT stateChanged();
}

void Workspace::noteMaintenance(bool isClosed)
{
    if (isClosed == m_maintenanceOver.isActive())
        return;
    if (isClosed)
        m_maintenanceOver.start();
    else
        m_maintenanceOver.stop();
    updateState();
}

/// The server may be another one than before: upgraded, closed, or one where this person is no longer active.
QCoro::Task<> Workspace::greetAgain()
{
    const QPointer<Workspace> self(this);
    auto future = m_executor->run(&readHandshake);
    const Result<ServerHandshake> handshake = co_await future;
    if (!self || !handshake)
        co_return;
    m_handshake = *handshake;
    const Status fits = checkHandshake(*handshake, location().server->username);
    noteMaintenance(!handshake->maintenance.isEmpty());
    if (!fits && fits.error().code != ErrorCode::Maintenance)
        Q_EMIT problemFound(fits.error());
}

QCoro::Task<Result<QJsonObject>> Workspace::execute(Command command)
{
    if (command.commandId.isEmpty())
        command.commandId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QPointer<Workspace> self(this);
    auto task = m_sender ? m_sender->send(command) : carryOut(command);
    const Result<QJsonObject> result = co_await task;
    if (!self)
        co_return result;
    if (result)
        self->m_changes.addOwn(changeBy(command, *result));
    else if (m_sender && result.error().code == ErrorCode::Maintenance)
        self->noteMaintenance(true);
    co_return result;
}

QCoro::Task<Result<QJsonObject>> Workspace::carryOut(Command command)
{
    auto job = [command](Connection &connection) { return connection.command(command); };
    auto future = m_executor->run(std::move(job));
    co_return co_await future;
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
            updateState();
        }
        Q_EMIT problemFound(problem);
    }
    if (self)
        Q_EMIT houseKept();
}

} // namespace dealdesk
