#include "presentation/reference/reference_store.h"

namespace dealdesk {

ReferenceStore::ReferenceStore(std::shared_ptr<Session> session, QObject *parent) : QObject(parent), m_session(std::move(session))
{
    connect(m_session.get(), &Session::dataChanged, this, [this](const DataChange &change) {
        if (change.concernsReference())
            load();
    });
}

QCoro::Task<Status> ReferenceStore::load()
{
    const auto stop = m_loading.begin();
    const auto session = m_session;
    const ReferenceService service(*session);
    const auto task = service.load();
    auto loaded = co_await task;
    if (stop.stopped())
        co_return failure(ErrorCode::Cancelled);
    if (!loaded)
        co_return failure(loaded.error());
    m_data = std::move(*loaded);
    Q_EMIT changed();
    co_return Status{};
}

} // namespace dealdesk
