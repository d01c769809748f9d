#include "desktop/quick_open/quick_open.h"

#include "desktop/quick_open/quick_open_delegate.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kWidth = 620;
constexpr int kRows = 10;

} // namespace

QuickOpen::QuickOpen(std::shared_ptr<Session> session, const QList<QuickOpenEntry> &commands, QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_model(std::move(session), commands)
    , m_window(window)
    , m_text(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new QLabel(tr("Nothing matches. Try a part of a reference, a name or a client.")))
{
    setObjectName(u"quickOpen"_s);
    setAccessibleName(tr("Open anything"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setObjectName(u"quickOpenText"_s);
    m_text->setAccessibleName(tr("Reference, name, client, page or action"));
    m_text->setPlaceholderText(tr("Reference, name, client, page or action"));
    m_text->addAction(icon("search"_L1), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    m_list->setObjectName(u"quickOpenList"_s);
    m_list->setAccessibleName(tr("What matches"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new QuickOpenDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_nothing->setObjectName(u"quickOpenNothing"_s);
    m_nothing->setMargin(spacing::kMedium);
    m_nothing->setVisible(false);
    setThemeRole(m_nothing, "muted");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kSmall, spacing::kSmall, spacing::kSmall, spacing::kSmall);
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    connect(m_text, &QLineEdit::textChanged, &m_model, &QuickOpenModel::setText);
    connect(m_list, &QListView::clicked, this, &QuickOpen::choose);
    connect(&m_model, &QuickOpenModel::searched, this, &QuickOpen::showAnswer);
    showAnswer();
}

void QuickOpen::popUp()
{
    resize(std::min(kWidth, m_window->width() - 2 * spacing::kHuge), kRows * (spacing::kRowHeight + spacing::kTiny) + 64);
    const QPoint corner((m_window->width() - width()) / 2, m_window->height() / 8);
    move(m_window->mapToGlobal(corner));
    show();
    m_text->setFocus();
}

bool QuickOpen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        switch (static_cast<const QKeyEvent *>(event)->key()) {
        case Qt::Key_Down: step(1); return true;
        case Qt::Key_Up: step(-1); return true;
        case Qt::Key_PageDown: step(kRows); return true;
        case Qt::Key_PageUp: step(-kRows); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: chooseCurrent(); return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void QuickOpen::chooseCurrent()
{
    m_chooseWhenAnswered = m_model.isSearching();
    if (!m_chooseWhenAnswered)
        choose(m_list->currentIndex());
}

void QuickOpen::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QuickOpenEntry entry = m_model.rowAt(index.row());
    close();
    if (entry.deal)
        Q_EMIT dealChosen(*entry.deal);
    else
        Q_EMIT commandChosen(entry.key);
}

void QuickOpen::step(int rows)
{
    if (m_model.rowCount() == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, m_model.rowCount() - 1);
    m_list->setCurrentIndex(m_model.index(row));
}

void QuickOpen::showAnswer()
{
    const bool found = m_model.rowCount() > 0;
    m_list->setVisible(found);
    m_nothing->setVisible(!found);
    if (found)
        m_list->setCurrentIndex(m_model.index(0));
    if (m_chooseWhenAnswered)
        chooseCurrent();
}

} // namespace dealdesk
