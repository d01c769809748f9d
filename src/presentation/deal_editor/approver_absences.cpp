#include "presentation/deal_editor/approver_absences.h"

#include <algorithm>

namespace dealdesk {

ApproverAbsences::ApproverAbsences(std::shared_ptr<Session> session, QObject *parent) : QObject(parent), m_session(std::move(session))
{
    connect(m_session.get(), &Session::dataChanged, this, [this](const DataChange &change) {
        if (change.concernsReference())
            load();
    });
}

QCoro::Task<> ApproverAbsences::load()
{
    const StopToken newest = m_loading.begin();
    const std::shared_ptr<Session> session = m_session;
    const DelegationService service(*session);
    auto reading = service.cover();
    const Result<QList<ApproverCover>> cover = co_await reading;
    if (newest.stopped() || !cover)
        co_return;
    QList<Delegation> delegations;
    const bool somebodyIsAway = std::any_of(cover->begin(), cover->end(), [](const ApproverCover &one) { return one.covered > 0; });
    if (somebodyIsAway) { // only for the names of those who decide meanwhile
        auto listing = service.list();
        const Result<QList<Delegation>> listed = co_await listing;
        if (newest.stopped())
            co_return;
        if (listed)
            delegations = *listed;
    }
    m_cover = *cover;
    m_delegations = delegations;
    Q_EMIT changed();
}

} // namespace dealdesk
