#include "desktop/deal_editor/choice_edit.h"

#include "desktop/theme/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace dealdesk {

ChoiceEdit::ChoiceEdit(QWidget *parent)
    : QLineEdit(parent), m_choices(new QStringListModel(this)), m_completer(new QCompleter(m_choices, this))
{
    constexpr int kVisibleChoices = 12;
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(kVisibleChoices);
    setCompleter(m_completer);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ChoiceEdit::chosen);
    QAction *open = addAction(icon("chevron-down"_L1), QLineEdit::TrailingPosition);
    open->setToolTip(tr("Show all (F4)"));
    connect(open, &QAction::triggered, this, &ChoiceEdit::showAll);
}

void ChoiceEdit::setChoices(const QStringList &choices)
{
    if (m_choices->stringList() != choices)
        m_choices->setStringList(choices);
}

QString ChoiceEdit::resolved() const
{
    const QString wanted = text().simplified();
    if (wanted.isEmpty())
        return {};
    QStringList containing;
    for (const QString &choice : m_choices->stringList()) {
        if (choice.compare(wanted, Qt::CaseInsensitive) == 0)
            return choice;
        if (choice.contains(wanted, Qt::CaseInsensitive))
            containing.append(choice);
    }
    return containing.size() == 1 ? containing.first() : text();
}

void ChoiceEdit::showAll()
{
    setFocus(Qt::OtherFocusReason);
    m_completer->setCompletionPrefix(QString());
    m_completer->complete();
    const auto current = m_choices->stringList().indexOf(text());
    if (current >= 0)
        m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(int(current), 0));
}

void ChoiceEdit::keyPressEvent(QKeyEvent *event)
{
    const bool asksForAll = event->key() == Qt::Key_F4 || event->key() == Qt::Key_Down;
    if (asksForAll && !m_completer->popup()->isVisible()) {
        showAll();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace dealdesk
