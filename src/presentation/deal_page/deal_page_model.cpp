#include "presentation/deal_page/deal_page_model.h"

#include "services/error_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr auto kSettleTime = std::chrono::milliseconds(80);

QString sentenceAfter(DealAction action, const QString &reference)
{
    switch (action) {
    case DealAction::Submit:
    case DealAction::Resubmit: return DealPageModel::tr("%1 was submitted for approval.").arg(reference);
    case DealAction::AskForScoping: return DealPageModel::tr("Scoping was asked for %1.").arg(reference);
    case DealAction::ConvertToSubmission: return DealPageModel::tr("%1 was converted into a new deal.").arg(reference);
    case DealAction::Recall: return DealPageModel::tr("%1 was recalled and can be edited.").arg(reference);
    case DealAction::RenewDraft: return DealPageModel::tr("%1 was renewed for another 30 days.").arg(reference);
    case DealAction::StartContract: return DealPageModel::tr("The contract of %1 is being drafted.").arg(reference);
    case DealAction::SendToClient: return DealPageModel::tr("%1 went to the client.").arg(reference);
    case DealAction::MarkSigned: return DealPageModel::tr("%1 is signed.").arg(reference);
    case DealAction::Reopen: return DealPageModel::tr("%1 is negotiated again.").arg(reference);
    case DealAction::MarkLost: return DealPageModel::tr("%1 was marked lost.").arg(reference);
    case DealAction::Revise: return DealPageModel::tr("A new deal was made from %1.").arg(reference);
    case DealAction::Edit:
    case DealAction::Comment: break;
    }
    return {};
}

bool sameForReading(const DealDetail &a, const DealDetail &b)
{
    return a.version == b.version && a.content == b.content && a.approvals == b.approvals && a.comments == b.comments
        && a.revisions == b.revisions && a.facts.status == b.facts.status && a.facts.expired == b.facts.expired
        && a.facts.canEdit == b.facts.canEdit && a.facts.owner == b.facts.owner && a.history == b.history && a.updatedAt == b.updatedAt
        && a.needsAttention == b.needsAttention && a.draftExpiresAt == b.draftExpiresAt;
}

} // namespace

DealPageModel::DealPageModel(const AppContext &context, DealId deal, QObject *parent)
    : QObject(parent), m_context(context), m_deals(*context.session), m_approvals(*context.session), m_id(deal)
{
    m_changes.setSingleShot(true);
    m_changes.setInterval(kSettleTime);
    connect(&m_changes, &QTimer::timeout, this, &DealPageModel::load);
    connect(m_context.session.get(), &Session::dataChanged, this, [this](const DataChange &change) {
        if (change.concerns(m_id) || change.people) // the names on it
            m_changes.start();
    });
    connect(m_context.reference.get(), &ReferenceStore::changed, this, [this] {
        if (m_detail)
            Q_EMIT detailChanged();
    });
    connect(m_context.inbox.get(), &InboxFeed::changed, this, &DealPageModel::followInbox);
}

/// It says for whom this person decides, and what they hold. It is read anew with any change of any deal: only what matters here shows.
void DealPageModel::followInbox()
{
    const auto task = ownTask();
    if (!m_detail || task == m_followed)
        return;
    m_followed = task;
    Q_EMIT detailChanged();
}

void DealPageModel::load()
{
    fetch(m_fetching.begin());
}

QCoro::Task<> DealPageModel::fetch(StopToken token)
{
    const auto task = m_deals.detail(m_id);
    const auto detail = co_await task;
    if (token.stopped())
        co_return;
    if (!detail && m_detail && isLineBroken(detail.error().code))
        co_return; // what is shown stays; it is fetched again when the line is back
    if (!detail) {
        m_error = detail.error();
        m_state = State::Failed;
        Q_EMIT stateChanged();
        co_return;
    }
    const bool isNew = !m_detail || !sameForReading(*m_detail, *detail);
    m_detail = std::make_shared<const DealDetail>(*detail);
    if (m_state != State::Ready) {
        m_state = State::Ready;
        Q_EMIT stateChanged();
        if (token.stopped())
            co_return;
    }
    if (isNew)
        Q_EMIT detailChanged();
    if (!token.stopped())
        Q_EMIT storyRead();
}

const RoutingPolicy &DealPageModel::policy() const
{
    static const RoutingPolicy none;
    return m_context.reference->isReady() ? m_context.reference->current()->policy : none;
}

QList<OfferedAction> DealPageModel::actions() const
{
    QList<OfferedAction> actions;
    if (m_detail)
        actions = offeredActions(m_detail->facts, actor());
    actions.removeIf([](const OfferedAction &offered) { return offered.action == DealAction::Comment; });
    return actions;
}

DealPageModel::Reason DealPageModel::reasonFor(DealAction action)
{
    switch (action) {
    case DealAction::Reopen:
    case DealAction::MarkLost:
    case DealAction::Revise: return Reason::Required;
    case DealAction::Recall: return Reason::Optional;
    default: return Reason::None;
    }
}

void DealPageModel::perform(DealAction action, const QString &reason)
{
    if (!m_detail || m_busy)
        return;
    if (action == DealAction::Edit) {
        Q_EMIT m_context.navigator->editorRequested(m_id);
        return;
    }
    const QList<Violation> missing = missingFor(action);
    if (!missing.isEmpty()) {
        Q_EMIT incomplete(missing);
        return;
    }
    start(action, reason);
}

QList<Violation> DealPageModel::missingFor(DealAction action) const
{
    if (!m_context.reference->isReady())
        return {};
    const auto reference = m_context.reference->current();
    if (action == DealAction::Submit || action == DealAction::Resubmit)
        return violationsOfSubmission(m_detail->content, reference->clients, reference->catalog);
    if (action == DealAction::AskForScoping)
        return violationsOfScoping(m_detail->content, reference->clients);
    return {};
}

void DealPageModel::start(DealAction action, const QString &reason)
{
    const qint64 version = m_detail->version;
    const DealDraft &content = m_detail->content;
    const QString sentence = sentenceAfter(action, m_detail->reference);
    const auto run = [&](QCoro::Task<Result<DealState>> task) {
        setBusy(true);
        finishDealTask(std::move(task), sentence, m_alive.current());
    };
    switch (action) {
    case DealAction::Submit: return run(m_deals.submit(m_id, version, content, planRouting(content, policy())));
    case DealAction::Resubmit: return run(m_deals.resubmit(m_id, version, content, planRouting(content, policy())));
    case DealAction::AskForScoping: return run(m_deals.askForScoping(m_id, version, content));
    case DealAction::ConvertToSubmission: return run(m_deals.convertScoping(m_id, version));
    case DealAction::Recall: return run(m_deals.recall(m_id, version, reason));
    case DealAction::RenewDraft: return run(m_deals.renewDraft(m_id, version));
    case DealAction::StartContract: return run(m_deals.advance(m_id, version, DealStatus::ContractDrafting, reason));
    case DealAction::SendToClient: return run(m_deals.advance(m_id, version, DealStatus::ClientReview, reason));
    case DealAction::MarkSigned: return run(m_deals.advance(m_id, version, DealStatus::Signed, reason));
    case DealAction::Reopen: return run(m_deals.advance(m_id, version, DealStatus::Negotiating, reason));
    case DealAction::MarkLost: return run(m_deals.markLost(m_id, version, reason));
    case DealAction::Revise: return run(m_deals.revise(m_id, version, reason));
    case DealAction::Edit:
    case DealAction::Comment: return;
    }
}

QCoro::Task<> DealPageModel::finishDealTask(QCoro::Task<Result<DealState>> task, QString sentence, StopToken token)
{
    const auto state = co_await task;
    if (token.stopped())
        co_return;
    settle(state ? std::nullopt : std::optional(state.error()), sentence);
    if (!token.stopped() && state && state->newDeal)
        Q_EMIT m_context.navigator->dealRequested(*state->newDeal);
}

QCoro::Task<> DealPageModel::finishTask(QCoro::Task<Status> task, QString sentence, StopToken token)
{
    const auto status = co_await task;
    if (token.stopped())
        co_return;
    settle(status ? std::nullopt : std::optional(status.error()), sentence);
}

QCoro::Task<> DealPageModel::finishComment(QCoro::Task<Status> task, StopToken token)
{
    const auto status = co_await task;
    if (token.stopped())
        co_return;
    if (status)
        Q_EMIT commentSent();
    if (!token.stopped())
        settle(status ? std::nullopt : std::optional(status.error()), tr("Your comment was added."));
}

void DealPageModel::settle(const std::optional<Error> &error, const QString &sentence)
{
    setBusy(false);
    load();
    if (error && error->code != ErrorCode::Cancelled)
        Q_EMIT refused(sentenceFor(*error));
    else if (!error)
        Q_EMIT done(sentence);
}

bool DealPageModel::mayTransfer() const
{
    return m_detail && actor().role == Role::Admin;
}

QList<Person> DealPageModel::possibleOwners() const
{
    QList<Person> owners;
    if (!m_detail || !m_context.reference->isReady())
        return owners;
    const auto reference = m_context.reference->current();
    std::copy_if(reference->people.cbegin(), reference->people.cend(), std::back_inserter(owners), [this](const Person &person) {
        return person.isActive && person.role == Role::Seller && person.id != m_detail->facts.owner;
    });
    return owners;
}

void DealPageModel::transfer(UserId owner)
{
    if (!m_detail || m_busy)
        return;
    setBusy(true);
    finishDealTask(m_deals.transfer(m_id, m_detail->version, owner), tr("%1 has a new owner.").arg(m_detail->reference), m_alive.current());
}

void DealPageModel::sendComment(const QString &body)
{
    if (m_busy || body.trimmed().isEmpty())
        return;
    setBusy(true);
    finishComment(m_deals.comment(m_id, body.trimmed(), std::nullopt), m_alive.current());
}

void DealPageModel::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged();
}

} // namespace dealdesk
