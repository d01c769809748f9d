#include "presentation/inbox/inbox.h"

#include "presentation/deal_page/change_text.h"
#include "presentation/inbox/task_commands.h"
#include "services/error_text.h"

#include <algorithm>

namespace dealdesk {

using namespace Qt::StringLiterals;

namespace {
/// What a reviewer decides on is the revision as it was submitted. Its owner may be changing the deal already, because somebody else asked
/// for that.
void showAsSubmitted(DealDetail &detail, const InboxTask &task)
{
    if (task.kind == InboxTask::Kind::Approval && !detail.revisions.isEmpty())
        detail.content = detail.revisions.constLast().content;
}

/// What is on the screen stays, and is fetched again when the line is back; the status bar says so.
bool isQuiet(const Error &error)
{
    return error.code == ErrorCode::Cancelled || isLineBroken(error.code);
}
} // namespace

Inbox::Inbox(AppContext context, QObject *parent) : QObject(parent), m_context(std::move(context))
{
    connect(m_context.session.get(), &Session::dataChanged, this, &Inbox::take);
    connect(m_context.reference.get(), &ReferenceStore::changed, this, [this] {
        if (m_detail)
            showDetail(*m_detail);
    });
}

/// What waits for whom depends on all deals, people and levels; the card on its deal alone.
void Inbox::take(const DataChange &change)
{
    const InboxTask *current = currentTask();
    list(!current || change.concerns(current->deal));
}

QCoro::Task<> Inbox::refresh()
{
    return list(true);
}

QCoro::Task<> Inbox::list(bool withCard)
{
    // The one that this one overtakes may have been about the card.
    m_cardIsDue = m_cardIsDue || withCard;
    const auto stop = m_listing.begin();
    const auto session = m_context.session;
    const ApprovalService service(*session);
    const auto task = service.inbox();
    auto tasks = co_await task;
    if (stop.stopped())
        co_return;
    if (!tasks) {
        if (!isQuiet(tasks.error()))
            Q_EMIT refused(sentenceFor(tasks.error()));
        co_return;
    }
    if (!m_includeLowerLevels)
        tasks->removeIf([](const InboxTask &one) { return !one.ownLevel; });
    const int formerRow = m_tasks.rowOf(m_currentKey);
    m_tasks.setTasks(*tasks);
    m_loaded = true;
    keepCurrent(formerRow, std::exchange(m_cardIsDue, false));
    Q_EMIT listLoaded();
}

void Inbox::keepCurrent(int formerRow, bool withCard)
{
    if (m_tasks.rowOf(m_currentKey) >= 0) {
        if (withCard || !m_detail)
            loadCard();
        else
            showDetail(*m_detail); // the task itself may be another: claimed, overdue
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
        if (!isQuiet(detail.error()))
            Q_EMIT refused(sentenceFor(detail.error()));
        co_return;
    }
    showAsSubmitted(*detail, shown);
    const bool otherRevision = m_detail && m_detail->id == detail->id && m_detail->content != detail->content;
    const DealDraft before = otherRevision ? m_detail->content : DealDraft();
    showDetail(*detail);
    if (otherRevision)
        Q_EMIT contentChanged(tr("%1 has changed while you looked at it:\n%2", "deal; what changed, a line each")
                                  .arg(detail->reference, changesInWords(before, detail->content).join(u'\n')));
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
    const DealDraft shown = m_detail->content;
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
        const auto telling = withDifference(sentenceFor(status.error()), task, shown);
        const QString sentence = co_await telling;
        if (!stop.stopped())
            Q_EMIT refused(sentence);
        co_return;
    }
    if (!completesTask(action)) {
        Q_EMIT done(tr("%1.").arg(pastTense(action, task.reference)));
        co_return;
    }
    Q_EMIT done(tr("%1; %n left", nullptr, m_tasks.rowCount()).arg(pastTense(action, task.reference)));
}

/// With what the deal says now and did not on the card that was decided on.
QCoro::Task<QString> Inbox::withDifference(QString sentence, InboxTask task, DealDraft shown)
{
    const auto session = m_context.session;
    const DealService service(*session);
    const auto reading = service.detail(task.deal);
    auto detail = co_await reading;
    if (!detail)
        co_return sentence;
    showAsSubmitted(*detail, task);
    if (detail->content == shown)
        co_return sentence;
    co_return sentence + u'\n' + changesInWords(shown, detail->content).join(u'\n');
}

void Inbox::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace dealdesk
