#include "desktop/inbox/inbox_page.h"

#include "desktop/inbox/decision_card.h"
#include "desktop/inbox/task_buttons.h"
#include "desktop/inbox/task_delegate.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/banner.h"
#include "desktop/widgets/empty_state.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kListWidth = 360;
constexpr int kAnnouncementMs = 8000;

} // namespace

InboxPage::InboxPage(AppContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_inbox(std::move(context))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_banner(new Banner)
{
    setObjectName(u"inboxPage"_s);
    setWindowTitle(tr("Inbox"));
    setAccessibleName(tr("Inbox"));
    m_banner->setObjectName(u"inboxBanner"_s);
    m_empty->setObjectName(u"inboxEmpty"_s);
    m_empty->setContent("check-check"_L1, tr("Nothing waits for you"),
                        tr("Approvals, contracts and revisions appear here by themselves as soon as it is your turn."));
    auto *splitter = new QSplitter;
    splitter->setObjectName(u"inboxSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(listSide());
    splitter->addWidget(cardSide());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kListWidth, 3 * kListWidth});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_list);
    m_announcement.setSingleShot(true);
    m_announcement.setInterval(kAnnouncementMs);
    connect(&m_announcement, &QTimer::timeout, m_banner, &Banner::clear);
    addKeys();
    connectInbox();
    m_inbox.refresh();
}

InboxPage::~InboxPage() = default;

QWidget *InboxPage::listSide()
{
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(spacing::kMedium, spacing::kMedium, spacing::kMedium, spacing::kSmall);
    auto *title = new QLabel(tr("Inbox"));
    setTextSize(title, TextSize::Heading);
    m_count = new QLabel;
    m_count->setObjectName(u"inboxCount"_s);
    setThemeRole(m_count, "muted");
    m_lowerLevels = new QCheckBox(tr("Lo&wer levels"));
    m_lowerLevels->setObjectName(u"lowerLevelsCheck"_s);
    m_lowerLevels->setAccessibleName(tr("Include the tasks of lower levels"));
    m_lowerLevels->setToolTip(tr("Also show what a lower level may decide"));
    m_lowerLevels->setVisible(m_context.session->actor().approvalRank > 0);
    head->setSpacing(spacing::kSmall);
    head->addWidget(title);
    head->addWidget(m_count, 1);
    head->addWidget(m_lowerLevels);
    layout->addLayout(head);
    m_list = new QListView;
    m_list->setObjectName(u"inboxList"_s);
    m_list->setAccessibleName(tr("Tasks"));
    m_list->setModel(m_inbox.tasks());
    m_list->setItemDelegate(new TaskDelegate(m_inbox.tasks(), m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_list, 1);
    side->setMinimumWidth(280);
    return side;
}

QWidget *InboxPage::cardSide()
{
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_card = new DecisionCard(m_inbox.figures());
    auto *bar = new QFrame;
    auto *below = new QVBoxLayout(bar);
    below->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    m_answer = new AnswerPanel(m_inbox.meantFields());
    m_answer->setObjectName(u"answerPanel"_s);
    m_buttons = new TaskButtons;
    m_buttons->setObjectName(u"taskButtons"_s);
    below->addWidget(m_answer);
    below->addWidget(m_buttons);
    layout->addWidget(m_card, 1);
    layout->addWidget(bar);
    return side;
}

void InboxPage::addKeys()
{
    const auto key = [this](const QKeySequence &sequence, auto slot) {
        auto *shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    const auto deciding = [this](auto action) {
        // Keys decide only while nothing is being written: a letter meant for a list must not approve a deal.
        return [this, action] {
            if (!m_answer->isVisible())
                action();
        };
    };
    key(Qt::Key_J, [this] { m_inbox.step(1); });
    key(Qt::Key_K, [this] { m_inbox.step(-1); });
    key(Qt::Key_A, deciding([this] {
            if (const auto primary = m_buttons->primary())
                act(*primary);
        }));
    key(Qt::Key_R, deciding([this] { act(TaskAction::RequestRevision); }));
    key(Qt::Key_X, deciding([this] { act(TaskAction::Reject); }));
    key(Qt::Key_C, deciding([this] { act(TaskAction::Comment); }));
    key(Qt::Key_L, deciding([this] { act(m_buttons->offers(TaskAction::Claim) ? TaskAction::Claim : TaskAction::Release); }));
    const auto open = deciding([this] {
        if (const InboxTask *task = m_inbox.currentTask())
            Q_EMIT m_context.navigator->dealRequested(task->deal);
    });
    key(Qt::Key_Return, open);
    key(Qt::Key_Enter, open);
    connect(m_buttons, &TaskButtons::openRequested, this, open);
}

void InboxPage::connectInbox()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_inbox.setCurrent(current.data(InboxModel::KeyRole).toString());
    });
    connect(m_lowerLevels, &QCheckBox::toggled, &m_inbox, &Inbox::setIncludeLowerLevels);
    connect(m_buttons, &TaskButtons::chosen, this, &InboxPage::act);
    connect(m_answer, &AnswerPanel::sent, this, [this](TaskAction purpose, const QString &text) { m_inbox.act(purpose, text); });
    connect(m_answer, &AnswerPanel::putAwayByUser, this, &InboxPage::leaveAnswer);
    connect(m_list, &QListView::doubleClicked, m_buttons, &TaskButtons::openRequested);
    connect(&m_inbox, &Inbox::listLoaded, this, &InboxPage::showList);
    connect(&m_inbox, &Inbox::currentChanged, this, &InboxPage::showCurrent);
    connect(&m_inbox, &Inbox::cardChanged, this, &InboxPage::showCard);
    connect(&m_inbox, &Inbox::busyChanged, m_buttons, &TaskButtons::setBusy);
    connect(&m_inbox, &Inbox::done, this, &InboxPage::announce);
    connect(&m_inbox, &Inbox::refused, this, [this](const QString &sentence) {
        m_announcement.stop();
        m_banner->showMessage(Tone::Negative, sentence);
    });
    connect(&m_inbox, &Inbox::contentChanged, this, [this](const QString &sentence) {
        m_announcement.stop();
        m_banner->showMessage(Tone::Caution, sentence);
    });
}

void InboxPage::act(TaskAction action)
{
    if (!m_buttons->offers(action))
        return;
    const bool writes = action == TaskAction::Comment || action == TaskAction::RequestRevision || action == TaskAction::Reject;
    if (writes)
        return m_answer->openFor(action);
    const auto answer = m_answer->state();
    // A comment that was begun goes along with the approval.
    m_inbox.act(action, answer.purpose == TaskAction::Comment ? answer.text.trimmed() : QString());
}

void InboxPage::showCurrent()
{
    m_unsent.insert(m_shownKey, m_answer->state());
    m_shownKey = m_inbox.currentKey();
    m_answer->setState(m_unsent.take(m_shownKey));
    m_buttons->offer({});
    const int row = m_inbox.tasks()->rowOf(m_shownKey);
    m_list->setCurrentIndex(m_inbox.tasks()->index(row));
}

void InboxPage::showCard()
{
    if (!m_inbox.card())
        return;
    m_card->showCard(*m_inbox.card());
    m_buttons->offer(m_inbox.card()->actions);
}

void InboxPage::showList()
{
    const int count = m_inbox.tasks()->rowCount();
    m_count->setText(QLocale().toString(count));
    m_stack->setCurrentIndex(count == 0 ? 0 : 1);
    m_list->doItemsLayout(); // group names may have moved to other rows
    m_list->setCurrentIndex(m_inbox.tasks()->index(m_inbox.tasks()->rowOf(m_inbox.currentKey())));
}

void InboxPage::announce(const QString &sentence)
{
    m_answer->setState({});
    m_banner->showMessage(Tone::Positive, sentence);
    m_announcement.start();
    Q_EMIT m_context.navigator->statusMessage(sentence);
    m_list->setFocus();
}

void InboxPage::leaveAnswer()
{
    m_answer->putAway();
    m_list->setFocus();
}

} // namespace dealdesk
