#pragma once

#include "domain/actor.h"
#include "services/workspace.h"

namespace dealdesk {

/// A signed-in person in an open database. Commands take the actor from here and from nowhere else.
class Session : public QObject {
    Q_OBJECT

public:
    Session(std::shared_ptr<Workspace> workspace, Actor actor, QObject *parent = nullptr);

    [[nodiscard]] const Actor &actor() const { return m_actor; }
    [[nodiscard]] Workspace &workspace() const { return *m_workspace; }
    [[nodiscard]] std::shared_ptr<Workspace> sharedWorkspace() const { return m_workspace; }
    [[nodiscard]] SqlExecutor &executor() const { return m_workspace->executor(); }

    /// A command of this person. A new command id is made unless the caller repeats one (`commandId`).
    QCoro::Task<Result<QJsonObject>> command(QString name, std::optional<DealId> deal, std::optional<qint64> expectedVersion,
                                             QJsonObject arguments, QString commandId = {});

Q_SIGNALS:
    /// As Workspace::dataChanged().
    void dataChanged(const dealdesk::DataChange &change);

private:
    std::shared_ptr<Workspace> m_workspace;
    Actor m_actor;
};

} // namespace dealdesk
