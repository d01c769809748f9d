#include "services/session.h"

#include <QCoroTask>

namespace dealdesk {

Session::Session(std::shared_ptr<Workspace> workspace, Actor actor, QObject *parent)
    : QObject(parent), m_workspace(std::move(workspace)), m_actor(std::move(actor))
{
    connect(m_workspace.get(), &Workspace::dataChanged, this, &Session::dataChanged);
}

QCoro::Task<Result<QJsonObject>> Session::command(QString name, std::optional<DealId> deal, std::optional<qint64> expectedVersion,
                                                  QJsonObject arguments, QString commandId)
{
    Command command{name, commandId, m_actor.id.value(), {}, expectedVersion, arguments};
    if (deal)
        command.dealId = deal->value();
    auto task = m_workspace->execute(std::move(command));
    co_return co_await task;
}

} // namespace dealdesk
