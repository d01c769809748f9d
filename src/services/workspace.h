#pragma once

#include "core/result.h"
#include "data/sql_executor.h"
#include "services/change_collector.h"
#include "services/command_sender.h"
#include "services/password.h"
#include "services/server_handshake.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace dealdesk {

/// An open database. An embedded one before anybody signs in: migrated, backed up, checked. A server's with whoever's login the location
/// names: connecting is signing in there, and only dealdeskctl migrates it.
class Workspace : public QObject {
    Q_OBJECT

public:
    enum class State {
        Ready,
        Busy,         ///< somebody else is writing
        Unavailable,  ///< not reachable, or damaged
        Reconnecting, ///< a server: the line broke; it is opened again by itself
        Checking,     ///< a server: whether something was saved is being found out
        Maintenance   ///< a server: closed by its administrators; what is there can be read
    };
    Q_ENUM(State)

    /// Whether the check for damage and the daily backup follow in the background. A program that ends within a second leaves them out.
    enum class Upkeep { Background, None };

    /// Opens or creates a file: refuses network and synced folders, newer schemas and damaged files; backs up before a migration.
    /// Connects to a server: ServerUnreachable, TlsRefused, AccessDenied, DatabaseTooOld, ClientTooOld, ClientTooNew, Maintenance,
    /// AccountInactive with {"login"}.
    static QCoro::Task<Result<std::shared_ptr<Workspace>>> open(DatabaseLocation location, Upkeep upkeep = Upkeep::Background);
    ~Workspace() override;

    [[nodiscard]] SqlExecutor &executor() { return *m_executor; }
    [[nodiscard]] const DatabaseLocation &location() const { return m_executor->location(); }
    /// What the status bar shows: the file's name without folder and ending.
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] State state() const { return m_state; }
    /// Of a server, as it said last.
    [[nodiscard]] const std::optional<ServerHandshake> &handshake() const { return m_handshake; }
    /// Runs a command, and tells everybody of this process that data changed. A command without an id gets one. On a server it is carried
    /// out exactly once, however often the line breaks, and answers when that is known; ConnectionLost with {"left": true} when it cannot
    /// be known before the next sign-in.
    QCoro::Task<Result<QJsonObject>> execute(Command command);
    /// Of a server; null on an embedded database, where no answer can be lost.
    [[nodiscard]] CommandSender *sender() { return m_sender.get(); }
    /// Everything on the screens is to be fetched again.
    void refetch();

    /// What new password verifiers cost; tests take less.
    [[nodiscard]] PasswordCost passwordCost() const { return m_passwordCost; }
    void setPasswordCost(PasswordCost cost) { m_passwordCost = cost; }

    /// Whether the background check and the daily backup are over.
    [[nodiscard]] bool isHouseKept() const { return m_houseKept; }

Q_SIGNALS:
    /// Something was written, here or elsewhere: what is on the screen and concerned is fetched again. One's own changes come at once,
    /// those of others together.
    void dataChanged(const dealdesk::DataChange &change);
    void stateChanged();
    /// Found in the background: DatabaseCorrupt with {"backup": path of the newest one, or empty}, or why the daily backup failed.
    void problemFound(dealdesk::Error error);
    void houseKept();

private:
    explicit Workspace(std::unique_ptr<SqlExecutor> executor);
    static QCoro::Task<Result<std::shared_ptr<Workspace>>> openServer(DatabaseLocation location);
    QCoro::Task<Result<QJsonObject>> carryOut(Command command);
    QCoro::Task<> keepHouse();
    QCoro::Task<> greetAgain();
    void noteMaintenance(bool isClosed);
    void updateState();

    std::unique_ptr<SqlExecutor> m_executor;
    std::unique_ptr<SqlExecutor> m_housekeeper; ///< while it works
    std::unique_ptr<CommandSender> m_sender;
    std::optional<ServerHandshake> m_handshake;
    ChangeCollector m_changes;
    QTimer m_maintenanceOver; ///< runs during maintenance, to see when it is over
    PasswordCost m_passwordCost = PasswordCost::interactive();
    State m_state = State::Ready;
    DatabaseHealth m_health = DatabaseHealth::Ready;
    bool m_isDamaged = false; ///< found by the check: stays so until the file is replaced
    bool m_houseKept = false;
};

} // namespace dealdesk
