#include "presentation/deal_editor/deal_editor.h"

#include "presentation/text/format.h"
#include "services/error_text.h"

namespace dealdesk {

QCoro::Task<Result<DealDetail>> DealEditor::detailOf(DealId deal) const
{
    const std::shared_ptr<Session> session = m_context.session;
    const DealService deals(*session);
    auto task = deals.detail(deal);
    co_return co_await task;
}

QCoro::Task<Status> DealEditor::open(DealId deal)
{
    const StopToken alive = m_alive.begin();
    setPhase(Phase::Loading);
    auto task = detailOf(deal);
    const Result<DealDetail> detail = co_await task;
    if (alive.stopped())
        co_return failure(ErrorCode::Cancelled);
    if (!detail) {
        setPhase(Phase::Failed);
        setNotice({Meaning::Negative, sentenceFor(detail.error()), EditorNotice::Action::None});
        co_return failure(detail.error());
    }
    for (const JournalEntry &entry : m_context.journal->entriesOf(m_context.session->actor().id)) {
        if (entry.deal == deal) {
            resume(baseOf(*detail), entry);
            co_return Nothing{};
        }
    }
    start(baseOf(*detail), contentOf(detail->content));
    co_return Nothing{};
}

QCoro::Task<Status> DealEditor::restore(JournalEntry entry)
{
    const StopToken alive = m_alive.begin();
    setPhase(Phase::Loading);
    if (!entry.deal && entry.pendingDraft && !entry.pendingCommandId.isEmpty()) {
        auto pending = finishPendingSave(entry);
        co_return co_await pending;
    }
    if (!entry.deal) {
        resume(newBase(entry.draftType, m_context.session->actor().id), entry);
        co_return Nothing{};
    }
    auto task = detailOf(*entry.deal);
    const Result<DealDetail> detail = co_await task;
    if (alive.stopped())
        co_return failure(ErrorCode::Cancelled);
    if (!detail) {
        // The words are what matters: they are shown over an unknown base, which a save would be told about.
        DealBase base = newBase(entry.draftType, m_context.session->actor().id);
        base.deal = entry.deal;
        base.version = entry.baseVersion;
        resume(base, entry);
        setNotice({Meaning::Negative, sentenceFor(detail.error()), EditorNotice::Action::SaveAgain});
        co_return failure(detail.error());
    }
    resume(baseOf(*detail), entry);
    co_return Nothing{};
}

/// The first save of a new deal was cut off: the same command again either finds the deal that it made or makes it now.
QCoro::Task<Status> DealEditor::finishPendingSave(JournalEntry entry)
{
    const StopToken alive = m_alive.current();
    const std::shared_ptr<Session> session = m_context.session;
    const DealService deals(*session);
    auto task = deals.saveDraft(std::nullopt, std::nullopt, entry.draftType, *entry.pendingDraft, entry.pendingCommandId);
    const Result<DealState> state = co_await task;
    if (alive.stopped())
        co_return failure(ErrorCode::Cancelled);
    DealBase base = newBase(entry.draftType, session->actor().id);
    if (!state) {
        resume(base, entry);
        if (!isRefusal(state.error().code)) { // whether the deal was made is still not known: the next save asks that first
            m_pendingCommand = entry.pendingCommandId;
            m_pendingDraft = entry.pendingDraft;
        }
        setNotice({Meaning::Negative, sentenceFor(state.error()), EditorNotice::Action::SaveAgain});
        co_return failure(state.error());
    }
    base.deal = state->id;
    base.version = state->version;
    base.reference = state->reference;
    base.saved = *entry.pendingDraft;
    entry.deal = state->id;
    entry.baseVersion = state->version;
    resume(base, entry);
    co_return Nothing{};
}

/// The journal's words over the deal as it is stored.
void DealEditor::resume(const DealBase &base, const JournalEntry &entry)
{
    FormContent content = contentOf(entry.draft);
    content.unreadable = entry.unreadable;
    m_journalKey = entry.key;
    start(base, content);
    if (!isDirty()) {
        m_journal.forget();
        return;
    }
    m_journalled = true;
    if (m_phase == Phase::ReadOnly) {
        if (base.facts.expired) // the notice offers to renew it, and then these words come back
            return;
        setNotice({Meaning::Caution,
                   tr("The deal has moved on, so these unsaved changes of %1 cannot be saved. Copy what you need, then discard them.")
                       .arg(formatInstant(entry.writtenAt.toString(Qt::ISODate))),
                   EditorNotice::Action::Discard});
        return;
    }
    const bool savedSince = base.version != entry.baseVersion && (!entry.pendingDraft || *entry.pendingDraft != base.saved);
    if (savedSince) {
        m_base.version = entry.baseVersion;
        m_base.saved = entry.baseDraft.value_or(DealDraft());
        if (putTogether(base,
                        tr("Your unsaved changes of %1 are back, but the deal was saved elsewhere since then.")
                            .arg(formatInstant(entry.writtenAt.toString(Qt::ISODate)))))
            setNotice(takenOverNotice());
        return;
    }
    m_journal.changed();
    setNotice({Meaning::Info, tr("Your unsaved changes of %1 are back.").arg(formatInstant(entry.writtenAt.toString(Qt::ISODate))),
               EditorNotice::Action::Discard});
}

} // namespace dealdesk
