#include "desktop/filters/multi_select.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

class StayingMenu : public QMenu {
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        QAction *action = actionAt(event->position().toPoint());
        if (action && action->isCheckable() && action->isEnabled())
            action->trigger();
        else
            QMenu::mouseReleaseEvent(event);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        const bool ticks = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (ticks && activeAction() && activeAction()->isCheckable())
            activeAction()->trigger();
        else
            QMenu::keyPressEvent(event);
    }
};

} // namespace

MultiSelect::MultiSelect(QWidget *parent) : QToolButton(parent), m_menu(new StayingMenu(this))
{
    setPopupMode(InstantPopup);
    setMenu(m_menu);
}

void MultiSelect::setChoices(const QList<Choice> &choices)
{
    m_title = text();
    m_menu->clear();
    m_menu->setObjectName(objectName() + u"Menu"_s);
    for (const Choice &choice : choices) {
        QAction *action = m_menu->addAction(choice.text);
        action->setObjectName(u"%1%2"_s.arg(objectName()).arg(choice.value));
        action->setCheckable(true);
        action->setData(choice.value);
        connect(action, &QAction::triggered, this, [this] {
            updateText();
            Q_EMIT changed();
        });
    }
    updateText();
}

QList<int> MultiSelect::checked() const
{
    QList<int> values;
    const auto actions = m_menu->actions();
    for (const QAction *action : actions) {
        if (action->isChecked())
            values.append(action->data().toInt());
    }
    return values;
}

void MultiSelect::setChecked(const QList<int> &values)
{
    const auto actions = m_menu->actions();
    for (QAction *action : actions)
        action->setChecked(values.contains(action->data().toInt()));
    updateText();
}

void MultiSelect::updateText()
{
    const auto count = checked().size();
    setText(count == 0 ? m_title : u"%1 · %2"_s.arg(m_title).arg(count));
}

} // namespace dealdesk
