#include "presentation/deal_editor/deal_editor.h"

#include "domain/validation.h"
#include "services/error_text.h"

#include <QUuid>

namespace dealdesk {

/// What even a draft cannot be stored with.
QList<FormProblem> DealEditor::unstorable() const
{
    QList<FormProblem> problems;
    for (const Violation &violation : violationsOfDraft(m_form.draftToStore()))
        problems.append({violation.field, violation.sentence, false});
    return problems;
}

QCoro::Task<Status> DealEditor::save()
{
    if (m_phase != Phase::Editing)
        co_return failure(ErrorCode::NotEditable);
    if (m_saving) {
        m_saveAgain = true;
        co_return Nothing{};
    }
    m_form.endStep();
    if (pointOutProblems(unstorable()))
        co_return failure(ErrorCode::Invalid);
    const StopToken alive = m_alive.current();
    const DealDraft draft = m_form.draftToStore();
    auto task = writeDraft(draft);
    const Result<DealState> state = co_await task;
    if (alive.stopped())
        co_return failure(ErrorCode::Cancelled);
    const bool submits = std::exchange(m_submitNext, false);
    const bool savesAgain = std::exchange(m_saveAgain, false) && isDirty();
    if (!state && state.error().code == ErrorCode::Stale) {
        auto together = saveTogether(state.error());
        co_return co_await together;
    }
    if (!state) {
        saveFailed(state.error());
        co_return failure(state.error());
    }
    if (submits) {
        auto submission = submit();
        co_return co_await submission;
    }
    if (savesAgain) {
        auto another = save();
        co_return co_await another;
    }
    co_return Nothing{};
}

/// The deal was saved elsewhere: what both sides changed goes together and is saved, unless it needs to be asked about.
QCoro::Task<Status> DealEditor::saveTogether(Error stale)
{
    const StopToken alive = m_alive.current();
    auto merging = mergeTheirs(tr("The deal was saved elsewhere while you were editing it. Nothing of yours is lost."));
    const bool isMerged = co_await merging;
    if (alive.stopped())
        co_return failure(ErrorCode::Cancelled);
    if (!isMerged)
        co_return failure(stale);
    if (isDirty()) {
        auto again = save();
        const Status isSaved = co_await again;
        if (alive.stopped() || !isSaved)
            co_return isSaved;
    }
    setNotice(takenOverNotice());
    co_return Nothing{};
}

/// The first save of a deal that was left without an answer may have made it: it is sent again as it was before anything else is.
QCoro::Task<Result<DealState>> DealEditor::writeDraft(DealDraft draft)
{
    if (!m_base.deal && m_pendingDraft && *m_pendingDraft != draft) {
        const StopToken alive = m_alive.current();
        auto first = sendDraft(*m_pendingDraft);
        const Result<DealState> made = co_await first;
        if (alive.stopped())
            co_return failure(ErrorCode::Cancelled);
        if (!made)
            co_return made;
    }
    auto task = sendDraft(draft);
    co_return co_await task;
}

/// Writes the draft and takes over what the database answers. What is sent is journalled first, under the command's id, so that an
/// answer that never comes can be asked for again.
QCoro::Task<Result<DealState>> DealEditor::sendDraft(DealDraft draft)
{
    const StopToken alive = m_alive.current();
    const std::shared_ptr<Session> session = m_context.session;
    if (m_pendingCommand.isEmpty() || m_pendingDraft != draft)
        m_pendingCommand = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_pendingDraft = draft;
    m_saving = true;
    m_journal.writeNow();
    Q_EMIT stateChanged();
    const DealService deals(*session);
    auto task = deals.saveDraft(m_base.deal, m_base.version, m_base.facts.draftType, draft, m_pendingCommand);
    const Result<DealState> state = co_await task;
    if (alive.stopped())
        co_return failure(ErrorCode::Cancelled);
    m_saving = false;
    if (state) {
        saved(*state, draft);
    } else if (isRefusal(state.error().code)) {
        m_pendingCommand.clear();
        m_pendingDraft.reset();
    }
    Q_EMIT stateChanged();
    co_return state;
}

void DealEditor::saved(const DealState &state, const DealDraft &draft)
{
    m_base.deal = state.id;
    m_base.version = state.version;
    if (!state.reference.isEmpty())
        m_base.reference = state.reference;
    m_base.saved = draft;
    m_pendingCommand.clear();
    m_pendingDraft.reset();
    m_savedAt = QDateTime::currentDateTime();
    setNotice({});
    if (isDirty())
        m_journal.changed();
    else
        m_journal.forget();
    Q_EMIT baseChanged();
}

void DealEditor::saveFailed(const Error &error)
{
    setNotice({Meaning::Negative, tr("%1 Your changes are kept on this computer.", "why saving failed").arg(sentenceFor(error)),
               EditorNotice::Action::SaveAgain});
}

QCoro::Task<Status> DealEditor::submit()
{
    if (m_phase != Phase::Editing)
        co_return failure(ErrorCode::NotEditable);
    if (m_saving) { // the submission builds on the version that this save makes
        m_submitNext = true;
        co_return Nothing{};
    }
    m_form.endStep();
    m_form.setShowsMissing(true);
    if (pointOutProblems(m_form.problems()))
        co_return failure(ErrorCode::Incomplete);
    if (!m_check.isOpen() && m_check.isNeeded(submissionKind())) {
        m_check.open(submissionKind());
        co_return Nothing{};
    }
    m_check.close();
    const StopToken alive = m_alive.current();
    const DealDraft draft = m_form.draftToStore();
    setPhase(Phase::Submitting);
    setNotice({});
    if (!m_base.deal) { // only a stored deal can be submitted
        auto first = writeDraft(draft);
        const Result<DealState> stored = co_await first;
        if (alive.stopped())
            co_return failure(ErrorCode::Cancelled);
        if (!stored) {
            submissionFailed(stored.error());
            co_return failure(stored.error());
        }
    }
    auto task = sendSubmission(draft);
    const Result<DealState> state = co_await task;
    if (alive.stopped())
        co_return failure(ErrorCode::Cancelled);
    if (!state) {
        submissionFailed(state.error());
        co_return failure(state.error());
    }
    m_base.version = state->version;
    m_base.saved = draft;
    m_base.facts.status = state->status;
    setPhase(Phase::ReadOnly);
    m_journal.forget();
    Q_EMIT submitted(state->id);
    co_return Nothing{};
}

QCoro::Task<Result<DealState>> DealEditor::sendSubmission(DealDraft draft)
{
    const std::shared_ptr<Session> session = m_context.session;
    const DealService deals(*session);
    const DealId deal = *m_base.deal;
    const qint64 version = m_base.version.value_or(0);
    switch (submissionKind()) {
    case DealAction::AskForScoping: {
        auto task = deals.askForScoping(deal, version, draft);
        co_return co_await task;
    }
    case DealAction::Resubmit: {
        auto task = deals.resubmit(deal, version, draft, m_form.routing(), m_reapproval.steps());
        co_return co_await task;
    }
    default: {
        auto task = deals.submit(deal, version, draft, m_form.routing());
        co_return co_await task;
    }
    }
}

/// What came from elsewhere is looked at before it is submitted.
QCoro::Task<> DealEditor::submissionFailed(Error error)
{
    setPhase(Phase::Editing);
    if (error.code == ErrorCode::Stale) {
        const StopToken alive = m_alive.current();
        auto merging = mergeTheirs(
            tr("The deal was saved elsewhere while you were editing it, so it was not submitted. Nothing of yours is lost."));
        const bool isMerged = co_await merging;
        if (!alive.stopped() && isMerged)
            setNotice({Meaning::Caution, tr("%1 Look at it, and submit again.").arg(takenOverNotice().text)});
        co_return;
    }
    if (error.code == ErrorCode::RoutingChanged) {
        auto showing = showNewPath(error);
        co_await showing;
        co_return;
    }
    setNotice({Meaning::Negative, sentenceFor(error), EditorNotice::Action::None});
}

QCoro::Task<Status> DealEditor::renew()
{
    if (!m_base.deal || !m_base.version)
        co_return failure(ErrorCode::NotFound);
    const StopToken alive = m_alive.current();
    const std::shared_ptr<Session> session = m_context.session;
    const DealService deals(*session);
    auto task = deals.renewDraft(*m_base.deal, *m_base.version);
    const Result<DealState> state = co_await task;
    if (alive.stopped())
        co_return failure(ErrorCode::Cancelled);
    if (!state) {
        setNotice({Meaning::Negative, sentenceFor(state.error()), EditorNotice::Action::Renew});
        co_return failure(state.error());
    }
    auto again = open(*m_base.deal);
    co_return co_await again;
}

} // namespace dealdesk
