#pragma once

#include <QWidget>

namespace dealdesk {

/// A page in a window of its own. Its title follows the page's; the page ends with the window.
class PageWindow : public QWidget {
    Q_OBJECT

public:
    PageWindow(QWidget *page, QWidget *mainWindow);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_page;
};

} // namespace dealdesk
