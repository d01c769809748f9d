#pragma once

#include "core/result.h"
#include "data/sql_executor.h"
#include "services/password.h"

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

    /// Whether the check for damage and the daily backup follow in the background. A program that ends within a second leaves them out.
    enum class Upkeep { Background, None };

    /// Opens or creates: refuses network and synced folders, newer schemas and damaged files; backs up before a migration.
    static QCoro::Task<Result<std::shared_ptr<Workspace>>> open(DatabaseLocation location, Upkeep upkeep = Upkeep::Background);
    ~Workspace() override;

    [[nodiscard]] SqlExecutor &executor() { return *m_executor; }
    [[nodiscard]] const DatabaseLocation &location() const { return m_executor->location(); }
    /// What the status bar shows: the file's name without folder and ending.
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] State state() const { return m_state; }
    /// Runs a command, and tells everybody of this process that data changed. A command without an id gets one.
    QCoro::Task<Result<QJsonObject>> execute(Command command);

    /// What new password verifiers cost; tests take less.
    [[nodiscard]] PasswordCost passwordCost() const { return m_passwordCost; }
    void setPasswordCost(PasswordCost cost) { m_passwordCost = cost; }

    /// Whether the background check and the daily backup are over.
    [[nodiscard]] bool isHouseKept() const { return m_houseKept; }

Q_SIGNALS:
    /// Something was written, here or by another process: what is on the screen is fetched again.
    void dataChanged();
    void stateChanged();
    /// Found in the background: DatabaseCorrupt with {"backup": path of the newest one, or empty}, or why the daily backup failed.
    void problemFound(dealdesk::Error error);
    void houseKept();

private:
    explicit Workspace(std::unique_ptr<SqlExecutor> executor);
    QCoro::Task<> keepHouse();
    void setState(State state);

    std::unique_ptr<SqlExecutor> m_executor;
    std::unique_ptr<SqlExecutor> m_housekeeper; ///< while it works
    PasswordCost m_passwordCost = PasswordCost::interactive();
    State m_state = State::Ready;
    bool m_isDamaged = false; ///< found by the check: stays so until the file is replaced
    bool m_houseKept = false;
};

} // namespace dealdesk
