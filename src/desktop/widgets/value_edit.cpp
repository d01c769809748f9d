#include "desktop/widgets/value_edit.h"

#include "desktop/theme/theme.h"

#include <QKeyEvent>

namespace dealdesk {

ValueEdit::ValueEdit(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (m_marked && !isUnreadable())
            mark(false);
        Q_EMIT edited();
    });
}

QString ValueEdit::rawText() const
{
    return text().trimmed();
}

void ValueEdit::setRawText(const QString &text)
{
    if (text.trimmed() == rawText())
        return;
    setText(text);
    if (!hasFocus())
        settle();
}

bool ValueEdit::isUnreadable() const
{
    return !rawText().isEmpty() && !formatted(rawText());
}

void ValueEdit::settle()
{
    const QString raw = rawText();
    const auto shown = raw.isEmpty() ? std::optional(raw) : formatted(raw);
    if (shown && *shown != text())
        setText(*shown);
    mark(!shown);
}

void ValueEdit::mark(bool unreadable)
{
    if (m_marked == unreadable)
        return;
    m_marked = unreadable;
    setInvalid(this, unreadable ? unreadableReason() : QString());
}

void ValueEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        settle();
}

void ValueEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        settle();
    QLineEdit::keyPressEvent(event);
}

} // namespace dealdesk
