#include "desktop/main_window/sidebar.h"

#include "desktop/main_window/sidebar_delegate.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kCollapsedWidth = 64;

} // namespace

Sidebar::Sidebar(const QList<Section> &sections, bool offersNewDeal, QWidget *parent)
    : QWidget(parent), m_sections(sections), m_list(new QListWidget), m_newDeal(new QPushButton(tr("New deal"))), m_notices(new QToolButton)
{
    setObjectName(u"sidebar"_s);
    m_list->setObjectName(u"sidebarList"_s);
    m_list->setAccessibleName(tr("Sections"));
    m_list->setItemDelegate(new SidebarDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize(QSize(18, 18));
    setThemeRole(m_list, "sidebar");
    for (const Section section : sections) {
        auto *item = new QListWidgetItem(icon(iconNameOf(section)), titleOf(section), m_list);
        item->setToolTip(tr("%1 (Ctrl+%2)").arg(titleOf(section)).arg(m_list->count()));
    }
    connect(m_list, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { Q_EMIT sectionChosen(m_sections.at(m_list->row(item))); });
    connect(m_list, &QListWidget::itemActivated, m_list, &QListWidget::itemClicked);

    m_newDeal->setObjectName(u"newDealButton"_s);
    m_newDeal->setAccessibleName(tr("New deal"));
    m_newDeal->setToolTip(tr("Write a new deal (Ctrl+N)"));
    m_newDeal->setVisible(offersNewDeal);
    setThemeRole(m_newDeal, "primary");
    connect(m_newDeal, &QPushButton::clicked, this, &Sidebar::newDealRequested);

    m_notices->setObjectName(u"noticesButton"_s);
    m_notices->setAutoRaise(true);
    m_notices->setIconSize(QSize(18, 18));
    m_notices->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_notices->setFocusPolicy(Qt::TabFocus);
    connect(m_notices, &QToolButton::clicked, this, &Sidebar::noticesRequested);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(spacing::kMedium, spacing::kMedium, spacing::kMedium, spacing::kTiny);
    top->addWidget(m_newDeal);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(spacing::kSmall, spacing::kTiny, spacing::kSmall, spacing::kSmall);
    bottom->addWidget(m_notices);
    layout->addLayout(bottom);
    nameInbox();
    nameNotices();
    setFixedWidth(spacing::kSidebarWidth);
}

void Sidebar::setCurrent(Section section)
{
    m_list->setCurrentRow(int(m_sections.indexOf(section)));
}

void Sidebar::setInboxCount(int count)
{
    m_count = count;
    nameInbox();
}

void Sidebar::nameInbox()
{
    const auto row = int(m_sections.indexOf(Section::Inbox));
    if (row < 0)
        return;
    auto *item = m_list->item(row);
    item->setData(SidebarDelegate::CountRole, m_count);
    item->setData(Qt::AccessibleTextRole, tr("Inbox, %n waiting", nullptr, m_count));
}

void Sidebar::setNoticeCount(int count)
{
    m_noticeCount = count;
    nameNotices();
}

void Sidebar::nameNotices()
{
    const QString name = m_noticeCount > 0 ? tr("Notices, %n not read", nullptr, m_noticeCount) : tr("Notices");
    m_notices->setAccessibleName(name);
    m_notices->setToolTip(tr("%1 (Ctrl+0)").arg(name));
    m_notices->setToolButtonStyle(m_collapsed ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonTextBesideIcon);
    m_notices->setIcon(m_noticeCount > 0 ? icon("bell"_L1, Tone::Accent) : icon("bell"_L1));
    const QString count = m_noticeCount > 0 ? QLocale().toString(m_noticeCount) : QString();
    if (m_collapsed)
        m_notices->setText(count);
    else
        m_notices->setText(count.isEmpty() ? tr("Notices") : tr("Notices (%1)").arg(count));
}

void Sidebar::setCollapsed(bool collapsed)
{
    if (m_collapsed == collapsed)
        return;
    m_collapsed = collapsed;
    m_newDeal->setText(collapsed ? tr("+") : tr("New deal"));
    for (int row = 0; row < m_list->count(); ++row) {
        m_list->item(row)->setText(collapsed ? QString() : titleOf(m_sections.at(row)));
        m_list->item(row)->setData(Qt::AccessibleTextRole, titleOf(m_sections.at(row)));
    }
    nameInbox();
    nameNotices();
    setFixedWidth(collapsed ? kCollapsedWidth : spacing::kSidebarWidth);
}

} // namespace dealdesk
