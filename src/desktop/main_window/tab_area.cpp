#include "desktop/main_window/tab_area.h"

#include "desktop/theme/icons.h"

#include <QMouseEvent>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
/// Where the cursor was left.
void focusIn(QWidget *page)
{
    QWidget *inside = page->focusWidget();
    (inside ? inside : page)->setFocus();
}
} // namespace

TabArea::TabArea(QWidget *parent) : QTabWidget(parent), m_sectionStack(new QStackedWidget)
{
    setObjectName(u"tabs"_s);
    setAccessibleName(tr("Open pages"));
    setDocumentMode(true);
    setMovable(true);
    setTabsClosable(true);
    setTabBarAutoHide(true);
    setElideMode(Qt::ElideRight);
    tabBar()->setAccessibleName(tr("Open pages"));
    tabBar()->setExpanding(false);
    tabBar()->installEventFilter(this);
    addTab(m_sectionStack, {});
    for (const auto side : {QTabBar::LeftSide, QTabBar::RightSide})
        tabBar()->setTabButton(0, side, nullptr);
    connect(this, &QTabWidget::tabCloseRequested, this, [this](int index) {
        if (widget(index) != m_sectionStack)
            Q_EMIT closeRequested(widget(index));
    });
    connect(this, &QTabWidget::currentChanged, this, &TabArea::currentPageChanged);
}

void TabArea::addSection(Section section, QWidget *page)
{
    m_sections.insert(section, page);
    m_sectionStack->addWidget(page);
}

void TabArea::showSection(Section section)
{
    QWidget *page = m_sections.value(section);
    if (!page)
        return;
    m_sectionStack->setCurrentWidget(page);
    const int index = indexOf(m_sectionStack);
    setTabText(index, titleOf(section));
    setTabIcon(index, icon(iconNameOf(section)));
    setCurrentIndex(index);
    page->setFocus();
    Q_EMIT currentPageChanged();
}

std::optional<Section> TabArea::currentSection() const
{
    if (currentWidget() != m_sectionStack || !m_sectionStack->currentWidget())
        return std::nullopt;
    return shownSection();
}

Section TabArea::shownSection() const
{
    return m_sections.key(m_sectionStack->currentWidget(), Section::Inbox);
}

void TabArea::addPage(QWidget *page, const QString &key, const QIcon &icon)
{
    page->setProperty(kKeyProperty, key);
    page->installEventFilter(this);
    addTab(page, icon, {});
    nameTab(page);
    setCurrentWidget(page);
    page->setFocus(); // or its proxy: where one begins
}

bool TabArea::showPage(const QString &key)
{
    for (int index = 0; index < count(); ++index) {
        if (!key.isEmpty() && widget(index)->property(kKeyProperty).toString() == key) {
            setCurrentIndex(index);
            focusIn(widget(index));
            return true;
        }
    }
    return false;
}

QStringList TabArea::keys() const
{
    QStringList keys;
    for (int index = 0; index < count(); ++index) {
        const auto key = widget(index)->property(kKeyProperty).toString();
        if (!key.isEmpty())
            keys << key;
    }
    return keys;
}

QWidget *TabArea::currentPage() const
{
    return currentWidget() == m_sectionStack ? m_sectionStack->currentWidget() : currentWidget();
}

void TabArea::closePage(QWidget *page)
{
    takePage(page);
    if (indexOf(page) < 0 && m_sectionStack->indexOf(page) < 0)
        page->deleteLater();
}

void TabArea::takePage(QWidget *page)
{
    const int index = indexOf(page);
    if (index < 0 || page == m_sectionStack)
        return;
    page->removeEventFilter(this);
    removeTab(index);
}

bool TabArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == tabBar() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        const int index = tabBar()->tabAt(mouse->position().toPoint());
        if (mouse->button() == Qt::MiddleButton && index >= 0 && widget(index) != m_sectionStack) {
            Q_EMIT closeRequested(widget(index));
            return true;
        }
    }
    if (event->type() == QEvent::WindowTitleChange || event->type() == QEvent::ModifiedChange) {
        if (auto *page = qobject_cast<QWidget *>(watched); page && indexOf(page) >= 0)
            nameTab(page);
    }
    return QTabWidget::eventFilter(watched, event);
}

void TabArea::nameTab(QWidget *page)
{
    const QString title = page->windowTitle();
    const int index = indexOf(page);
    setTabText(index, page->isWindowModified() ? tr("• %1").arg(title) : title);
    setTabToolTip(index, title);
    if (page == currentWidget())
        Q_EMIT currentPageChanged();
}

} // namespace dealdesk
