#include "desktop/widgets/date_edit.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "presentation/text/user_input.h"

#include <QAction>
#include <QCalendarWidget>
#include <QFrame>
#include <QKeyEvent>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// In the program's own icons and text colour, weekends too.
void quieten(QCalendarWidget *calendar)
{
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    QTextCharFormat plain;
    plain.setForeground(calendar->palette().text());
    calendar->setWeekdayTextFormat(Qt::Saturday, plain);
    calendar->setWeekdayTextFormat(Qt::Sunday, plain);
    if (auto *previous = calendar->findChild<QToolButton *>(u"qt_calendar_prevmonth"_s))
        previous->setIcon(icon("chevron-left"_L1));
    if (auto *next = calendar->findChild<QToolButton *>(u"qt_calendar_nextmonth"_s))
        next->setIcon(icon("chevron-right"_L1));
}

} // namespace

DateEdit::DateEdit(QWidget *parent)
    : ValueEdit(parent), m_calendar(addAction(icon("calendar"_L1, Tone::Muted), QLineEdit::TrailingPosition))
{
    m_calendar->setText(tr("Choose a date"));
    m_calendar->setToolTip(tr("Choose a date (F4)"));
    setPlaceholderText(tr("Date"));
    connect(m_calendar, &QAction::triggered, this, &DateEdit::openCalendar);
}

QDate DateEdit::date() const
{
    return dateFromInput(rawText(), locale());
}

void DateEdit::setDate(QDate date)
{
    if (date != this->date())
        setRawText(dateForInput(date, locale()));
}

void DateEdit::enter(QDate date)
{
    setText(dateForInput(date, locale()));
    settle();
    Q_EMIT edited();
}

void DateEdit::openCalendar()
{
    if (isReadOnly())
        return;
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setObjectName(objectName() + "Popup"_L1);
    auto *calendar = new QCalendarWidget(popup);
    calendar->setObjectName(objectName() + "Calendar"_L1);
    calendar->setAccessibleName(tr("Calendar"));
    calendar->setLocale(locale());
    quieten(calendar);
    calendar->setMinimumSize(calendar->minimumSizeHint() + QSize(spacing::kHuge, spacing::kHuge));
    if (date().isValid())
        calendar->setSelectedDate(date());
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(calendar);
    connect(calendar, &QCalendarWidget::activated, this, [this, popup](QDate chosen) {
        popup->close();
        enter(chosen);
    });
    connect(calendar, &QCalendarWidget::clicked, this, [this, popup](QDate chosen) {
        popup->close();
        enter(chosen);
    });
    popup->move(mapToGlobal(QPoint(0, height())));
    popup->show();
    calendar->setFocus();
}

void DateEdit::keyPressEvent(QKeyEvent *event)
{
    const bool down = event->key() == Qt::Key_Down;
    const bool up = event->key() == Qt::Key_Up;
    if (event->key() == Qt::Key_F4 || (down && event->modifiers().testFlag(Qt::AltModifier))) {
        openCalendar();
    } else if ((up || down) && event->modifiers() == Qt::NoModifier && date().isValid() && !isReadOnly()) {
        enter(date().addDays(up ? 1 : -1));
    } else {
        ValueEdit::keyPressEvent(event);
    }
}

std::optional<QString> DateEdit::formatted(const QString &text) const
{
    const QDate date = dateFromInput(text, locale());
    return date.isValid() ? std::optional(dateForInput(date, locale())) : std::nullopt;
}

QString DateEdit::unreadableReason() const
{
    return tr("This is not a date. Write it like %1.").arg(dateForInput(QDate(2026, 3, 15), locale()));
}

} // namespace dealdesk
