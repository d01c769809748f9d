#include "presentation/inbox/inbox.h"

#include "presentation/inbox/task_commands.h"
#include "services/error_text.h"

#include <algorithm>

namespace dealdesk {

namespace {
/// What a reviewer decides on is the revision as it was submitted. Its owner may be changing the deal already, because somebody else asked
/// for that.
void showAsSubmitted(DealDetail &detail, const InboxTask &task)
{
    if (task.kind == InboxTask::Kind::Approval && !detail.revisions.isEmpty())
        detail.content = detail.revisions.constLast().content;
}
} // namespace

Inbox::Inbox(AppContext context, QObject *parent) : QObject(parent), m_context(std::move(context))
{
    // Also the levels and departments decide what waits for whom.
    connect(m_context.session.get(), &Session::dataChanged, this, [this] { refresh(); });
    connect(m_context.reference.get(), &ReferenceStore::changed, this, [this] {
        if (m_detail)
            showDetail(*m_detail);
    });
}

QCoro::Task<> Inbox::refresh()
{
    const auto stop = m_listing.begin();
    const auto session = m_context.session;
    const ApprovalService service(*session);
    const auto task = service.inbox(m_includeLowerLevels);
    const auto tasks = co_await task;
    if (stop.stopped())
        co_return;
    if (!tasks) {
        if (tasks.error().code != ErrorCode::Cancelled)
            Q_EMIT refused(sentenceFor(tasks.error()));
        co_return;
    }
    const int formerRow = m_tasks.rowOf(m_currentKey);
    m_tasks.setTasks(*tasks);
    m_loaded = true;
    keepCurrent(formerRow);
    Q_EMIT listLoaded();
}

void Inbox::keepCurrent(int formerRow)
{
    if (m_tasks.rowOf(m_currentKey) >= 0) {
        loadCard();
        return;
    }
    if (m_tasks.rowCount() == 0)
        adopt({});
    else
        adopt(m_tasks.rowAt(std::clamp(formerRow, 0, m_tasks.rowCount() - 1)).key);
}

void Inbox::setIncludeLowerLevels(bool include)
{
    if (m_includeLowerLevels == include)
        return;
    m_includeLowerLevels = include;
    refresh();
}

void Inbox::setCurrent(const QString &key)
{
    if (key != m_currentKey && m_tasks.rowOf(key) >= 0)
        adopt(key);
}

void Inbox::step(int rows)
{
    const int row = m_tasks.rowOf(m_currentKey) + rows;
    if (row >= 0 && row < m_tasks.rowCount())
        adopt(m_tasks.rowAt(row).key);
}

void Inbox::adopt(const QString &key)
{
    const bool moved = m_currentKey != key;
    m_currentKey = key;
    if (moved) {
        m_detail.reset();
        m_card.reset();
        m_meantFields.uncheckAll();
        Q_EMIT currentChanged();
    }
    loadCard();
}

const InboxTask *Inbox::currentTask() const
{
    const int row = m_tasks.rowOf(m_currentKey);
    return row < 0 ? nullptr : &m_tasks.rowAt(row);
}

QCoro::Task<> Inbox::loadCard()
{
    const auto stop = m_reading.begin();
    const InboxTask *current = currentTask();
    if (!current)
        co_return;
    const auto session = m_context.session;
    const DealService service(*session);
    const InboxTask shown = *current;
    const auto task = service.detail(shown.deal);
    auto detail = co_await task;
    if (stop.stopped())
        co_return;
    if (!detail) {
        if (detail.error().code != ErrorCode::Cancelled)
            Q_EMIT refused(sentenceFor(detail.error()));
        co_return;
    }
    showAsSubmitted(*detail, shown);
    const bool otherRevision = m_detail && m_detail->id == detail->id && m_detail->content != detail->content;
    showDetail(*detail);
    if (otherRevision)
        Q_EMIT contentChanged(tr("%1 has changed while you looked at it: this is how it stands now.").arg(detail->reference));
}

void Inbox::showDetail(const DealDetail &detail)
{
    const InboxTask *task = currentTask();
    const auto reference = m_context.reference->current();
    m_detail = detail;
    if (!task || !reference)
        return;
    m_figures.setTiers(detail.content.tiers, detail.history, reference->policy.clientValueFactor);
    m_meantFields.setDraft(detail.content);
    auto card = cardFor(*task, detail, *reference, m_context.session->actor(), QDateTime::currentDateTime());
    if (m_card == card)
        return;
    m_card = std::move(card);
    Q_EMIT cardChanged();
}

QCoro::Task<> Inbox::act(TaskAction action, QString text)
{
    const InboxTask *current = currentTask();
    if (!current || !m_detail || m_busy)
        co_return;
    const InboxTask task = *current;
    if (action == TaskAction::OpenEditor) {
        Q_EMIT m_context.navigator->editorRequested(task.deal);
        co_return;
    }
    const auto stop = m_acting.begin();
    setBusy(true);
    const auto command = carryOut(m_context.session, task, m_detail->version, action, text, m_meantFields.checkedPaths());
    const auto status = co_await command;
    if (stop.stopped())
        co_return;
    const auto listing = refresh();
    co_await listing;
    if (stop.stopped())
        co_return;
    setBusy(false);
    if (!status) {
        Q_EMIT refused(sentenceFor(status.error()));
        co_return;
    }
    if (!completesTask(action)) {
        Q_EMIT done(tr("%1.").arg(pastTense(action, task.reference)));
        co_return;
    }
    Q_EMIT done(tr("%1; %n left", nullptr, m_tasks.rowCount()).arg(pastTense(action, task.reference)));
}

void Inbox::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace dealdesk
