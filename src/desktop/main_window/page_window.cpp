#include "desktop/main_window/page_window.h"

#include <QBoxLayout>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace dealdesk {

PageWindow::PageWindow(QWidget *page, QWidget *mainWindow) : QWidget(mainWindow, Qt::Window), m_page(page)
{
    setObjectName(u"pageWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(page->windowTitle());
    setAccessibleName(page->windowTitle());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(page);
    page->installEventFilter(this);
    page->show();
    resize(mainWindow->size() * 0.85);
}

bool PageWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::WindowTitleChange)
        setWindowTitle(m_page->windowTitle());
    return QWidget::eventFilter(watched, event);
}

} // namespace dealdesk
