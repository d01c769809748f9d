#include "desktop/inbox/task_side.h"

#include "desktop/inbox/inbox_filter_bar.h"
#include "desktop/inbox/lane_tabs.h"
#include "desktop/inbox/task_delegate.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

TaskSide::TaskSide(const AppContext &context, Inbox *inbox, QWidget *parent)
    : QWidget(parent), m_inbox(inbox), m_form(context.reference), m_saved(context.session->actor()), m_list(new QListView)
{
    const Actor &actor = context.session->actor();
    m_filter = new InboxFilterBar(&m_form, &m_saved);
    m_filter->setObjectName(u"inboxFilterBar"_s);
    auto *lanes = new LaneTabs(m_inbox->list(), actor);
    buildList();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(head(actor));
    layout->addWidget(m_filter);
    layout->addWidget(lanes);
    layout->addWidget(m_list, 1);
    setMinimumWidth(300);
    addListKeys();
    connect(&m_form, &FilterForm::changed, this, [this] { m_inbox->list()->setFilter(m_form.filter()); });
    connect(m_filter, &InboxFilterBar::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_inbox, &Inbox::listLoaded, this, &TaskSide::showCount);
    connect(m_inbox, &Inbox::listLoaded, this, &TaskSide::showCurrent);
    connect(m_inbox, &Inbox::currentChanged, this, &TaskSide::showCurrent);
    showCount();
}

QWidget *TaskSide::head(const Actor &actor)
{
    auto *title = new QLabel(tr("Inbox"));
    setTextSize(title, TextSize::Heading);
    m_count = new QLabel;
    m_count->setObjectName(u"inboxCount"_s);
    setThemeRole(m_count, "muted");
    m_lowerLevels = new QCheckBox(tr("Lo&wer levels"));
    m_lowerLevels->setObjectName(u"lowerLevelsCheck"_s);
    m_lowerLevels->setAccessibleName(tr("Include the tasks of lower levels"));
    m_lowerLevels->setToolTip(tr("Also show what a lower level may decide"));
    m_lowerLevels->setVisible(actor.approvalRank > 0);
    connect(m_lowerLevels, &QCheckBox::toggled, m_inbox->list(), &TaskList::setIncludeLower);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(spacing::kMedium, spacing::kMedium, spacing::kMedium, spacing::kSmall);
    row->setSpacing(spacing::kSmall);
    row->addWidget(title);
    row->addWidget(m_count, 1);
    row->addWidget(m_lowerLevels);
    return box;
}

void TaskSide::buildList()
{
    m_list->setObjectName(u"inboxList"_s);
    m_list->setAccessibleName(tr("Tasks that wait for you"));
    m_list->setModel(m_inbox->tasks());
    m_list->setItemDelegate(new TaskDelegate(m_inbox->tasks(), m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_inbox->setCurrent(current.data(InboxModel::KeyRole).toString());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TaskSide::selectionChanged);
}

/// Keys that mean something else, or nothing, where one writes.
void TaskSide::addListKeys()
{
    const auto key = [this](Qt::Key which, auto slot) {
        auto *shortcut = new QShortcut(QKeySequence(which), m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(Qt::Key_Left, [this] { m_inbox->list()->stepLane(-1); });
    key(Qt::Key_Right, [this] { m_inbox->list()->stepLane(1); });
    key(Qt::Key_Escape, [this] { selectCurrentOnly(); });
}

QStringList TaskSide::selectedKeys() const
{
    auto rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList keys;
    for (const QModelIndex &row : std::as_const(rows))
        keys << row.data(InboxModel::KeyRole).toString();
    return keys;
}

void TaskSide::selectCurrentOnly()
{
    m_list->selectionModel()->setCurrentIndex(m_list->currentIndex(), QItemSelectionModel::ClearAndSelect);
}

void TaskSide::focusSearch()
{
    m_filter->focusSearch();
}

/// A selection of several stays while the current task does.
void TaskSide::showCurrent()
{
    const QModelIndex current = m_inbox->tasks()->index(m_inbox->tasks()->rowOf(m_inbox->currentKey()));
    if (current != m_list->currentIndex() || (current.isValid() && !m_list->selectionModel()->hasSelection()))
        m_list->selectionModel()->setCurrentIndex(current, QItemSelectionModel::ClearAndSelect); // whatever keys are held down
}

void TaskSide::showCount()
{
    const QLocale locale;
    const int shown = m_inbox->tasks()->rowCount();
    const int total = m_inbox->list()->total();
    m_count->setText(shown == total ? locale.toString(total) : tr("%1 of %2").arg(locale.toString(shown), locale.toString(total)));
    m_list->doItemsLayout(); // group names may have moved to other rows
}

} // namespace dealdesk
