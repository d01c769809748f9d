#include "desktop/inbox/inbox_filter_bar.h"

#include "desktop/filters/filter_chips.h"
#include "desktop/filters/saved_filter_menu.h"
#include "desktop/inbox/inbox_filter_panel.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QToolButton *menuButton(const QString &name, const QString &accessibleName, QLatin1StringView iconName, QMenu *menu)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    button->setIcon(icon(iconName));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    return button;
}

} // namespace

InboxFilterBar::InboxFilterBar(InboxFilterForm *form, SavedFilters *saved, QWidget *parent)
    : QWidget(parent), m_form(form), m_text(new QLineEdit), m_chips(new FilterChips), m_panel(new InboxFilterPanel(form))
{
    m_text->setObjectName(u"inboxFilterText"_s);
    m_text->setAccessibleName(tr("Search in reference, deal, client and owner"));
    m_text->setPlaceholderText(tr("Reference, deal, client or owner"));
    m_text->setToolTip(tr("Key: F"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(icon("search"_L1), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    m_chips->setObjectName(u"inboxFilterChips"_s);
    auto *panelMenu = new QMenu(this);
    auto *action = new QWidgetAction(panelMenu);
    action->setDefaultWidget(m_panel);
    panelMenu->addAction(action);
    connect(panelMenu, &QMenu::aboutToShow, m_panel, &InboxFilterPanel::takeFocus);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::kTiny);
    row->addWidget(m_text, 1);
    row->addWidget(menuButton(u"inboxFilterMore"_s, tr("More filters"), "sliders-horizontal"_L1, panelMenu));
    row->addWidget(menuButton(u"inboxFilterSaved"_s, tr("Saved filters"), "filter"_L1, new SavedFilterMenu(saved, form, this)));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(spacing::kMedium, 0, spacing::kMedium, spacing::kSmall);
    rows->setSpacing(spacing::kTiny);
    rows->addLayout(row);
    rows->addWidget(m_chips);
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
        InboxFilter filter = m_form->filter();
        filter.text = text.trimmed();
        m_form->setFilter(filter);
    });
    connect(m_chips, &FilterChips::removeRequested, m_form, &FilterForm::remove);
    connect(m_chips, &FilterChips::clearRequested, m_form, &FilterForm::clear);
    connect(m_form, &FilterForm::changed, this, &InboxFilterBar::show);
    show();
}

void InboxFilterBar::focusSearch()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void InboxFilterBar::show()
{
    if (m_text->text().trimmed() != m_form->filter().text)
        m_text->setText(m_form->filter().text);
    m_chips->setChips(m_form->chips());
}

bool InboxFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape || key == Qt::Key_Down) {
            event->accept(); // not the page's key
            if (event->type() == QEvent::KeyPress)
                Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace dealdesk
