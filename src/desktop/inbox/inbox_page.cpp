#include "desktop/inbox/inbox_page.h"

#include "desktop/inbox/decision_card.h"
#include "desktop/inbox/difference_page.h"
#include "desktop/inbox/held_strip.h"
#include "desktop/inbox/results_view.h"
#include "desktop/inbox/several_view.h"
#include "desktop/inbox/task_buttons.h"
#include "desktop/inbox/task_side.h"
#include "desktop/theme/spacing.h"
#include "desktop/widgets/banner.h"
#include "desktop/widgets/empty_state.h"
#include "presentation/inbox/task_commands.h"

#include <QBoxLayout>
#include <QListView>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kListWidth = 380;
constexpr int kAnnouncementMs = 8000;
const QString kSeveral = u"several"_s;    ///< as what an answer is about
const QString kRescinding = u"rescind"_s; ///< likewise

} // namespace

InboxPage::InboxPage(AppContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_inbox(std::move(context))
    , m_stack(new QStackedWidget)
    , m_right(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_noTask(new EmptyState)
    , m_difference(new DifferencePage)
    , m_side(new TaskSide(m_context, &m_inbox))
    , m_banner(new Banner)
    , m_several(new SeveralView)
{
    setObjectName(u"inboxPage"_s);
    setWindowTitle(tr("Inbox"));
    setAccessibleName(tr("Inbox"));
    build();
    setFocusProxy(m_side->list());
    m_announcement.setSingleShot(true);
    m_announcement.setInterval(kAnnouncementMs);
    connect(&m_announcement, &QTimer::timeout, m_banner, &Banner::clear);
    addKeys();
    connectInbox();
    connectParts();
    m_inbox.refresh();
}

InboxPage::~InboxPage() = default;

void InboxPage::build()
{
    m_banner->setObjectName(u"inboxBanner"_s);
    m_empty->setObjectName(u"inboxEmpty"_s);
    m_empty->setContent("check-check"_L1, tr("Nothing waits for you"),
                        tr("Approvals, contracts and revisions appear here by themselves as soon as it is your turn."));
    m_noTask->setObjectName(u"inboxNoTask"_s);
    auto *splitter = new QSplitter;
    splitter->setObjectName(u"inboxSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_side);
    splitter->addWidget(cardSide());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kListWidth, 3 * kListWidth});
    m_lists = splitter;
    m_empty->setFocusPolicy(Qt::StrongFocus); // U works where nothing waits any more
    for (QWidget *page : QList<QWidget *>{m_lists, m_empty, m_difference})
        m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(new ResultsView(m_inbox.results()));
    layout->addWidget(m_stack, 1);
    auto *strip = new HeldStrip(&m_inbox);
    connect(strip, &HeldStrip::rescindRequested, this, &InboxPage::takeBack);
    layout->addWidget(strip);
}

QWidget *InboxPage::cardSide()
{
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_card = new DecisionCard(m_inbox.figures());
    for (QWidget *page : QList<QWidget *>{m_noTask, m_card, m_several})
        m_right->addWidget(page);
    m_bar = new QFrame;
    auto *below = new QVBoxLayout(m_bar);
    below->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    m_answer = new AnswerPanel(m_inbox.meantFields());
    m_answer->setObjectName(u"answerPanel"_s);
    m_buttons = new TaskButtons;
    m_buttons->setObjectName(u"taskButtons"_s);
    below->addWidget(m_answer);
    below->addWidget(m_buttons);
    layout->addWidget(m_right, 1);
    layout->addWidget(m_bar);
    return side;
}

void InboxPage::addKeys()
{
    const auto key = [this](const QKeySequence &sequence, auto slot) {
        auto *shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
        return shortcut;
    };
    // Keys decide only while nothing is being written: a letter meant for a list must not approve a deal. Nor must one that is held down.
    const auto decidingKey = [this, key](const QKeySequence &sequence, auto slot) {
        key(sequence, [this, slot] {
            if (!m_answer->isVisible())
                slot();
        })->setAutoRepeat(false);
    };
    key(Qt::Key_J, [this] { m_inbox.step(1); });
    key(Qt::Key_K, [this] { m_inbox.step(-1); });
    decidingKey(Qt::Key_A, [this] {
        if (const auto primary = m_buttons->primary())
            act(*primary);
    });
    decidingKey(Qt::Key_R, [this] { act(TaskAction::RequestRevision); });
    decidingKey(Qt::Key_X, [this] { act(TaskAction::Reject); });
    decidingKey(Qt::Key_C, [this] { act(TaskAction::Comment); });
    decidingKey(Qt::Key_L, [this] { act(m_buttons->offers(TaskAction::Claim) ? TaskAction::Claim : TaskAction::Release); });
    decidingKey(Qt::Key_D, [this] { toggleDifference(); });
    decidingKey(Qt::Key_U, [this] { takeBack(); });
    decidingKey(Qt::Key_F, [this] { m_side->focusSearch(); });
    key(QKeySequence::Find, [this] { m_side->focusSearch(); });
    decidingKey(Qt::Key_Return, [this] { openDeal(); });
    decidingKey(Qt::Key_Enter, [this] { openDeal(); });
}

void InboxPage::connectParts()
{
    connect(m_side, &TaskSide::selectionChanged, this, &InboxPage::showSubject);
    connect(m_side->list(), &QListView::doubleClicked, this, &InboxPage::openDeal);
    connect(m_buttons, &TaskButtons::chosen, this, &InboxPage::act);
    connect(m_buttons, &TaskButtons::openRequested, this, &InboxPage::openDeal);
    connect(m_answer, &AnswerPanel::sent, this, &InboxPage::answer);
    connect(m_answer, &AnswerPanel::putAwayByUser, this, &InboxPage::leaveAnswer);
    connect(m_card, &DecisionCard::differenceRequested, this, &InboxPage::toggleDifference);
    connect(m_difference, &DifferencePage::closed, this, &InboxPage::toggleDifference);
}

void InboxPage::connectInbox()
{
    connect(&m_inbox, &Inbox::listLoaded, this, &InboxPage::showList);
    connect(&m_inbox, &Inbox::currentChanged, this, [this] {
        m_isRescinding = false;
        if (m_stack->currentWidget() == m_difference)
            toggleDifference();
        showSubject();
    });
    connect(&m_inbox, &Inbox::cardChanged, this, &InboxPage::showCard);
    connect(&m_inbox, &Inbox::busyChanged, m_buttons, &TaskButtons::setBusy);
    connect(&m_inbox, &Inbox::done, this, [this](const QString &sentence) {
        m_answer->setState({});
        announce(sentence);
        if (isVisible()) // else it would take the keys of the page that is shown
            m_side->list()->setFocus();
    });
    connect(&m_inbox, &Inbox::sent, this, [this](const QString &taskKey, const QString &sentence) {
        m_unsent.remove(taskKey);
        Q_EMIT m_context.navigator->statusMessage(sentence);
    });
    connect(&m_inbox, &Inbox::refused, this, [this](const QString &sentence) {
        m_announcement.stop();
        m_banner->showMessage(Tone::Negative, sentence);
    });
    connect(&m_inbox, &Inbox::contentChanged, this, [this](const QString &sentence) {
        m_announcement.stop();
        m_banner->showMessage(Tone::Caution, sentence);
    });
}

bool InboxPage::isSeveral() const
{
    return m_side->list()->selectionModel()->selectedRows().size() > 1;
}

QString InboxPage::subject() const
{
    return m_isRescinding ? kRescinding : isSeveral() ? kSeveral : m_inbox.currentKey();
}

void InboxPage::showSubject()
{
    if (const QString now = subject(); now != m_shownSubject) {
        m_unsent.insert(m_shownSubject, m_answer->state());
        m_shownSubject = now;
        m_answer->setState(m_unsent.take(now));
    }
    const bool several = isSeveral();
    if (several) {
        const QStringList keys = m_side->selectedKeys();
        const auto offered = m_inbox.commonActions(keys);
        m_several->showTasks(m_inbox.list()->find(keys), !offered.isEmpty());
        m_buttons->offer(offered, false);
        m_right->setCurrentWidget(m_several);
    } else {
        m_right->setCurrentWidget(m_inbox.currentKey().isEmpty() ? static_cast<QWidget *>(m_noTask) : m_card);
        m_buttons->offer(m_inbox.card() ? m_inbox.card()->actions : QList<TaskAction>());
    }
    m_bar->setVisible(several || !m_inbox.currentKey().isEmpty() || m_isRescinding);
}

void InboxPage::showCard()
{
    if (!m_inbox.card())
        return;
    m_card->showCard(*m_inbox.card());
    showSubject();
}

void InboxPage::showList()
{
    const bool isEmpty = m_inbox.list()->total() == 0 && m_context.session->actor().approvalRank <= 0;
    const bool hadFocus = m_empty->hasFocus();
    if (m_stack->currentWidget() != m_difference)
        m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_lists);
    if (hadFocus && !isEmpty)
        m_side->list()->setFocus();
    if (m_inbox.list()->total() == 0)
        m_noTask->setContent("check-check"_L1, tr("Nothing waits for you"), tr("Tasks of lower levels are there on request."));
    else
        m_noTask->setContent("inbox"_L1, tr("No task here"), tr("Choose another lane, or take a filter away."));
    showSubject();
}

void InboxPage::toggleDifference()
{
    if (m_stack->currentWidget() == m_difference) {
        m_stack->setCurrentWidget(m_lists);
        showList();
        m_side->list()->setFocus();
        return;
    }
    if (!m_inbox.card())
        return;
    if (!m_inbox.card()->since) {
        m_banner->showMessage(Tone::Info, tr("This is decided for the first time: there is nothing to compare with."));
        m_announcement.start();
        return;
    }
    m_difference->showSince(m_inbox.card()->deal, *m_inbox.card()->since);
    m_stack->setCurrentWidget(m_difference);
    m_difference->setFocus();
}

void InboxPage::act(TaskAction action)
{
    if (!m_buttons->offers(action))
        return;
    const bool writes = action == TaskAction::Comment || action == TaskAction::RequestRevision || action == TaskAction::Reject;
    if (writes)
        return m_answer->openFor(action, !isSeveral());
    const auto typed = m_answer->state();
    // A comment that was begun goes along with the approval.
    answer(action, typed.purpose == TaskAction::Comment ? typed.text.trimmed() : QString());
}

void InboxPage::answer(TaskAction purpose, const QString &text)
{
    if (m_isRescinding) {
        m_inbox.rescind(text);
        m_isRescinding = false;
        m_answer->setState({});
        showSubject();
    } else if (isSeveral()) {
        const QStringList keys = m_side->selectedKeys();
        m_answer->setState({});
        m_inbox.decideSeveral(keys, purpose, text);
    } else {
        m_inbox.act(purpose, text);
    }
    if (isVisible() && !m_answer->isVisible()) // changing a deal leads to its editor
        m_side->list()->setFocus();
}

/// The newest that is held, at once; else what was sent last, with a reason that its owner reads in the history.
void InboxPage::takeBack()
{
    if (m_inbox.held()->undoNewest() || !m_inbox.lastSent())
        return;
    m_isRescinding = true;
    showSubject();
    m_answer->openForRescinding(pastTense(m_inbox.lastSent()->action, m_inbox.lastSent()->task.reference));
}

void InboxPage::openDeal()
{
    if (const InboxTask *task = m_inbox.currentTask())
        Q_EMIT m_context.navigator->dealRequested(task->deal);
}

void InboxPage::announce(const QString &sentence)
{
    m_banner->showMessage(Tone::Positive, sentence);
    m_announcement.start();
    Q_EMIT m_context.navigator->statusMessage(sentence);
}

void InboxPage::leaveAnswer()
{
    m_answer->putAway();
    m_isRescinding = false;
    showSubject();
    m_side->list()->setFocus();
}

} // namespace dealdesk
