#include "presentation/deal_editor/deal_editor.h"

#include "services/approval_service.h"
#include "services/error_text.h"

using namespace Qt::StringLiterals;

// What the editor does with reviewers' answers: the owner's ticks, and a way of approval that is not any more what the owner was shown.
namespace dealdesk {

/// Reviewers go on while the owner writes: what they say shows at once, what the owner wrote stays as it is.
void DealEditor::takeReviews(const DealBase &theirs)
{
    m_base.changes = theirs.changes;
    m_base.past = theirs.past;
    if (theirs.saved == m_base.saved)
        m_base.version = theirs.version;
    Q_EMIT baseChanged();
}

void DealEditor::showReviews()
{
    m_changes.setRequests(m_base.changes);
    for (const RevisionTick &tick : std::as_const(m_ticksOnTheWay))
        m_changes.setTicked(tick.approval, tick.path, tick.isDone);
    m_reapproval.setPast(m_base.past);
}

QCoro::Task<> DealEditor::storeTick(ApprovalId approval, QString path, bool done)
{
    const StopToken alive = m_alive.current();
    const auto isThisPoint = [&approval, &path](const auto &point) { return point.approval == approval && point.path == path; };
    m_ticksOnTheWay.removeIf(isThisPoint);
    m_ticksOnTheWay.append({approval, path, done, {}, {}});
    const std::shared_ptr<Session> session = m_context.session;
    const ApprovalService approvals(*session);
    auto task = approvals.tick(approval, *m_base.deal, path, done);
    const Status stored = co_await task;
    if (alive.stopped())
        co_return;
    const auto isThisTick = [&](const RevisionTick &tick) { return isThisPoint(tick) && tick.isDone == done; };
    m_ticksOnTheWay.removeIf(isThisTick);
    for (ChangePoint &point : m_base.changes.points) {
        if (stored && isThisPoint(point))
            point.ticked = done;
    }
    showReviews();
    if (!stored)
        setNotice({Meaning::Negative, tr("The tick could not be kept: %1").arg(sentenceFor(stored.error()))});
}

/// The database found another way than the owner was shown: everything that the way follows from is read anew, and shown once more.
QCoro::Task<> DealEditor::showNewPath(Error refusal)
{
    const StopToken alive = m_alive.current();
    const QStringList shown = m_check.pathInWords();
    auto loading = m_context.reference->load();
    co_await loading;
    if (alive.stopped())
        co_return;
    auto reading = detailOf(*m_base.deal);
    const Result<DealDetail> detail = co_await reading;
    if (alive.stopped())
        co_return;
    if (detail)
        takeReviews(baseOf(*detail));
    const QStringList now = m_check.pathInWords();
    QStringList news;
    for (const QString &line : now) {
        if (!shown.contains(line))
            news.append(line);
    }
    for (const QString &line : shown) {
        if (!now.contains(line))
            news.append(tr("No longer: %1", "a line of the approval path").arg(line));
    }
    setNotice({Meaning::Caution, news.isEmpty() ? sentenceFor(refusal) : tr("The approval path changed while you were writing."),
               EditorNotice::Action::None});
    if (!news.isEmpty())
        m_check.open(submissionKind(), news);
}

} // namespace dealdesk
