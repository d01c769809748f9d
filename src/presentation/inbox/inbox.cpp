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

Inbox::Inbox(AppContext context, QObject *parent) : QObject(parent), m_context(std::move(context)), m_list(m_context.inbox)
{
    InboxFeed *feed = m_context.inbox.get();
    connect(m_context.session.get(), &Session::dataChanged, this, [this](const DataChange &change) {
        const InboxTask *current = currentTask();
        m_cardIsDue = m_cardIsDue || !current || change.concerns(current->deal);
    });
    connect(&m_list, &TaskList::changed, this, &Inbox::takeList);
    connect(&m_list, &TaskList::scopeChanged, this, [this] { m_currentRow = 0; });
    connect(feed, &InboxFeed::failed, this, [this](const Error &error) {
        if (!isQuiet(error))
            Q_EMIT refused(sentenceFor(error));
    });
    connect(feed->held(), &HeldDecisions::undone, this, &Inbox::takeBack);
    connect(feed->held(), &HeldDecisions::taken, this, &Inbox::takeSent);
    connect(feed->held(), &HeldDecisions::refused, this, &Inbox::takeRefused);
    connect(m_context.reference.get(), &ReferenceStore::changed, this, [this] {
        if (m_detail)
            showDetail(*m_detail);
    });
    if (feed->isLoaded())
        takeList();
}

QCoro::Task<> Inbox::refresh()
{
    m_cardIsDue = true;
    return m_context.inbox->refresh();
}

void Inbox::takeList()
{
    const bool withCard = std::exchange(m_cardIsDue, false);
    const InboxModel *tasks = m_list.model();
    if (const int row = tasks->rowOf(m_currentKey); row >= 0) {
        m_currentRow = row;
        if (withCard || !m_detail)
            loadCard();
        else
            showDetail(*m_detail); // the task itself may be another: claimed, overdue
    } else if (tasks->rowCount() == 0) {
        adopt({});
    } else {
        adopt(tasks->rowAt(std::clamp(m_currentRow, 0, tasks->rowCount() - 1)).key);
    }
    Q_EMIT listLoaded();
}

void Inbox::setCurrent(const QString &key)
{
    if (key != m_currentKey && m_list.find(key))
        adopt(key);
}

void Inbox::step(int rows)
{
    const InboxModel *tasks = m_list.model();
    const int row = tasks->rowOf(m_currentKey) + rows;
    if (row >= 0 && row < tasks->rowCount())
        adopt(tasks->rowAt(row).key);
}

void Inbox::adopt(const QString &key)
{
    const bool moved = m_currentKey != key;
    if (moved)
        m_meant.insert(m_currentKey, m_meantFields.checkedPaths());
    m_currentKey = key;
    m_currentRow = std::max(0, m_list.model()->rowOf(key));
    if (moved) {
        m_detail.reset();
        m_card.reset();
        m_meantFields.uncheckAll();
        Q_EMIT currentChanged();
    }
    loadCard();
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
    m_meantFields.check(m_meant.take(m_currentKey));
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
    if (completesTask(action)) {
        holdCurrent(action, text);
        co_return;
    }
    const auto stop = m_acting.begin();
    setBusy(true);
    const auto command = carryOut(m_context.session, task, m_detail->version, action, text, {});
    const auto status = co_await command;
    if (stop.stopped())
        co_return;
    const auto listing = refresh();
    co_await listing;
    if (stop.stopped())
        co_return;
    setBusy(false);
    if (status)
        Q_EMIT done(tr("%1.").arg(pastTense(action, task.reference)));
    else
        Q_EMIT refused(tr("%1: %2", "reference; why").arg(task.reference, sentenceFor(status.error())));
}

void Inbox::holdCurrent(TaskAction action, const QString &text)
{
    // The card may belong to the deal as it is now, and the task in the list be a moment older.
    HeldDecision decision{*currentTask(), m_detail->version, action, text, {}, m_detail->content};
    if (action == TaskAction::RequestRevision)
        decision.fields = m_meantFields.checkedPaths();
    held()->hold({decision});
}

QList<TaskAction> Inbox::commonActions(const QStringList &keys) const
{
    QList<TaskAction> common{TaskAction::Approve, TaskAction::RequestRevision, TaskAction::Reject};
    const auto tasks = m_list.find(keys);
    for (const InboxTask &task : tasks) {
        const auto offered = actionsFor(task, m_context.session->actor());
        common.removeIf([&offered](TaskAction action) { return !offered.contains(action); });
    }
    return tasks.isEmpty() ? QList<TaskAction>() : common;
}

void Inbox::decideSeveral(const QStringList &keys, TaskAction action, const QString &text)
{
    if (!commonActions(keys).contains(action))
        return;
    QList<HeldDecision> decisions;
    const auto tasks = m_list.find(keys);
    for (const InboxTask &task : tasks)
        decisions.append({task, task.version, action, text, {}, std::nullopt});
    m_results.add(decisions);
    held()->hold(decisions);
}

void Inbox::takeRefused(const HeldDecision &decision, const Error &why)
{
    if (m_results.isWaiting(decision.task.key))
        m_results.settle(decision.task.key, BulkResults::State::Refused, sentenceFor(why));
    else
        tellRefusal(decision, why);
}

void Inbox::takeSent(const HeldDecision &decision)
{
    const bool isOneOfSeveral = m_results.isWaiting(decision.task.key);
    m_results.settle(decision.task.key, BulkResults::State::Done, {});
    m_meant.remove(decision.task.key);
    setLastSent(mayBeRescinded(decision.action) && !isOneOfSeveral ? std::optional(decision) : std::nullopt);
    const QString sentence = tr("%1; %n left", nullptr, m_context.inbox->count()).arg(pastTense(decision.action, decision.task.reference));
    Q_EMIT sent(decision.task.key, sentence);
}

void Inbox::takeBack(const QList<HeldDecision> &decisions)
{
    m_results.takeBack(decisions);
    const QString &key = decisions.constLast().task.key;
    m_list.reveal(key);
    setCurrent(key);
}

QCoro::Task<> Inbox::tellRefusal(HeldDecision decision, Error error)
{
    const auto stop = m_telling.current();
    const QString sentence = tr("%1: %2", "reference; why").arg(decision.task.reference, sentenceFor(error));
    if (!decision.shown || isLineBroken(error.code)) {
        Q_EMIT refused(sentence);
        co_return;
    }
    const auto telling = withDifference(sentence, decision.task, *decision.shown);
    const QString told = co_await telling;
    if (!stop.stopped())
        Q_EMIT refused(told);
}

QCoro::Task<> Inbox::rescind(QString reason)
{
    if (!m_lastSent || m_busy)
        co_return;
    const InboxTask task = m_lastSent->task;
    const auto stop = m_acting.begin();
    setBusy(true);
    const auto command = carryOut(m_context.session, task, {}, TaskAction::Rescind, reason, {});
    const auto status = co_await command;
    if (stop.stopped())
        co_return;
    setBusy(false);
    if (!status && isLineBroken(status.error().code)) {
        Q_EMIT refused(sentenceFor(status.error()));
        co_return;
    }
    setLastSent(std::nullopt);
    if (!status) {
        Q_EMIT refused(tr("%1: %2", "reference; why").arg(task.reference, sentenceFor(status.error())));
        co_return;
    }
    const auto listing = refresh();
    co_await listing;
    if (stop.stopped())
        co_return;
    m_list.reveal(task.key);
    setCurrent(task.key);
    Q_EMIT done(tr("%1.").arg(pastTense(TaskAction::Rescind, task.reference)));
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

void Inbox::setLastSent(std::optional<HeldDecision> decision)
{
    m_lastSent = std::move(decision);
    Q_EMIT lastSentChanged();
}

void Inbox::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace dealdesk
