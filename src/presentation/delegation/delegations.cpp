#include "presentation/delegation/delegations.h"

#include "presentation/delegation/delegation_columns.h"
#include "presentation/delegation/delegation_text.h"
#include "services/error_text.h"

#include <algorithm>
#include <chrono>

namespace dealdesk {

namespace {

constexpr std::chrono::minutes kLook{1};

bool isOpen(const Delegation &delegation)
{
    const auto state = stateOf(delegation, QDateTime::currentDateTimeUtc());
    return state == DelegationState::Coming || state == DelegationState::UnderWay;
}

} // namespace

Delegations::Delegations(std::shared_ptr<Session> session, std::shared_ptr<ReferenceStore> reference, QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_reference(std::move(reference))
    , m_all(delegationColumns(DelegationSide::Both, m_reference), isOpen)
    , m_given(delegationColumns(DelegationSide::Given, m_reference), isOpen)
    , m_received(delegationColumns(DelegationSide::Received, m_reference), isOpen)
{
    connect(m_session.get(), &Session::dataChanged, this, [this](const DataChange &change) {
        if (change.concernsReference())
            load();
    });
    connect(&m_clock, &QTimer::timeout, this, &Delegations::changed);
    m_clock.start(kLook);
}

QCoro::Task<> Delegations::load()
{
    const auto stop = m_loading.begin();
    const auto session = m_session;
    const DelegationService service(*session);
    const auto task = service.list();
    const auto delegations = co_await task;
    if (stop.stopped())
        co_return;
    if (delegations)
        take(*delegations);
    else if (delegations.error().code != ErrorCode::Cancelled)
        Q_EMIT failed(sentenceFor(delegations.error()));
}

void Delegations::take(const QList<Delegation> &delegations)
{
    const UserId me = m_session->actor().id;
    const auto key = [](const Delegation &delegation) { return delegation.id; };
    QList<Delegation> given;
    QList<Delegation> received;
    for (const Delegation &delegation : delegations) {
        if (delegation.delegator == me)
            given += delegation;
        else if (delegation.delegate == me)
            received += delegation;
    }
    m_all.setRecords(delegations, key);
    m_given.setRecords(given, key);
    m_received.setRecords(received, key);
    Q_EMIT changed();
}

QList<Delegation> Delegations::of(UserId delegator) const
{
    QList<Delegation> found;
    std::copy_if(m_all.rows().begin(), m_all.rows().end(), std::back_inserter(found),
                 [delegator](const Delegation &delegation) { return delegation.delegator == delegator; });
    return found;
}

QList<Delegation> Delegations::away() const
{
    QList<Delegation> found;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::copy_if(m_given.rows().begin(), m_given.rows().end(), std::back_inserter(found), [&now](const Delegation &delegation) {
        return delegation.outOfOffice && stateOf(delegation, now) == DelegationState::UnderWay;
    });
    return found;
}

bool Delegations::mayEnd(const Delegation &delegation) const
{
    const Actor &actor = m_session->actor();
    return isOpen(delegation) && (delegation.delegator == actor.id || actor.role == Role::Admin);
}

Person Delegations::me() const
{
    return person(m_session->actor().id);
}

Person Delegations::person(UserId id) const
{
    const QList<Person> &people = reference().people;
    const auto found = std::find_if(people.begin(), people.end(), [id](const Person &person) { return person.id == id; });
    return found == people.end() ? Person() : *found;
}

QCoro::Task<Status> Delegations::add(Delegation delegation) const
{
    const auto session = m_session;
    const DelegationService service(*session);
    const auto task = service.add(std::move(delegation));
    co_return co_await task;
}

QCoro::Task<Status> Delegations::end(DelegationId delegation) const
{
    const auto session = m_session;
    const DelegationService service(*session);
    const auto task = service.end(delegation);
    co_return co_await task;
}

QCoro::Task<Status> Delegations::comeBack() const
{
    const auto session = m_session;
    const DelegationService service(*session);
    const QList<Delegation> ended = away();
    for (const Delegation &delegation : ended) {
        const auto task = service.end(delegation.id);
        if (const Status done = co_await task; !done)
            co_return done;
    }
    co_return Nothing{};
}

} // namespace dealdesk
