#include "desktop/notices/notices_page.h"

#include "desktop/notices/notice_delegate.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"
#include "notices/ui_notices_page.h"
#include "services/error_text.h"

#include <QShortcut>

using namespace Qt::StringLiterals;

namespace dealdesk {

NoticesPage::NoticesPage(const AppContext &context, NoticeFeed *feed, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::NoticesPage>()), m_context(context), m_feed(feed), m_notices(feed, context.reference)
{
    m_ui->setupUi(this);
    setObjectName(u"noticesPage"_s);
    setFocusProxy(m_ui->noticesList);
    setTextSize(m_ui->noticesTitle, TextSize::Title);
    setThemeRole(m_ui->noticesCount, "muted");
    m_ui->noticesMarkRead->setIcon(icon("check-check"_L1));
    m_ui->noticesEmpty->setContent("bell"_L1, tr("Nothing to tell you"),
                                   tr("Tasks, decisions, comments and what runs late will stand here for two weeks."));

    QListView *list = m_ui->noticesList;
    list->setModel(&m_notices);
    list->setItemDelegate(new NoticeDelegate(list));
    list->setUniformItemSizes(true);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(list, &QListView::doubleClicked, this, &NoticesPage::openCurrent);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *open = new QShortcut(QKeySequence(key), list);
        open->setContext(Qt::WidgetShortcut);
        connect(open, &QShortcut::activated, this, &NoticesPage::openCurrent);
    }
    connect(m_ui->noticesMarkRead, &QPushButton::clicked, m_feed, [this] { m_feed->markAllRead(); });
    connect(m_ui->noticesBanner, &Banner::actionTriggered, m_feed, [this] { m_feed->refresh(); });
    connect(m_feed, &NoticeFeed::changed, this, &NoticesPage::showState);
    showState();
}

NoticesPage::~NoticesPage() = default;

void NoticesPage::showState()
{
    if (const auto &error = m_feed->error())
        m_ui->noticesBanner->showMessage(Tone::Negative, sentenceFor(*error), tr("&Try again"));
    else
        m_ui->noticesBanner->clear();
    const int unread = m_feed->unreadCount();
    if (!m_feed->isReady())
        m_ui->noticesCount->setText(tr("Fetching…"));
    else
        m_ui->noticesCount->setText(unread > 0 ? tr("%n not read", nullptr, unread) : tr("All read"));
    m_ui->noticesMarkRead->setEnabled(unread > 0);
    const bool empty = m_feed->isReady() && m_feed->notices().isEmpty();
    m_ui->noticesCount->setVisible(!empty);
    m_ui->noticesStack->setCurrentWidget(empty ? static_cast<QWidget *>(m_ui->noticesEmpty) : m_ui->noticesList);
    if (!m_ui->noticesList->currentIndex().isValid() && !m_feed->notices().isEmpty())
        m_ui->noticesList->setCurrentIndex(m_notices.index(0));
}

void NoticesPage::openCurrent()
{
    const QModelIndex current = m_ui->noticesList->currentIndex();
    if (!current.isValid())
        return;
    if (const auto deal = m_notices.rowAt(current.row()).deal)
        Q_EMIT m_context.navigator->dealRequested(*deal);
}

} // namespace dealdesk
