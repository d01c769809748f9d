#pragma once

#include "desktop/widgets/value_edit.h"

#include <QDate>

class QAction;

namespace dealdesk {

/// A date that may be empty; reads ISO 8601 and the locale's forms. A button (also F4 or Alt+Down) opens a calendar, Up and Down
/// go a day on and back.
class DateEdit : public ValueEdit {
    Q_OBJECT

public:
    explicit DateEdit(QWidget *parent = nullptr);

    /// Null when empty or unreadable.
    [[nodiscard]] QDate date() const;
    /// Without edited(). Leaves the text alone while it already means this date: typing is never reformatted, and nothing
    /// unreadable is thrown away (clear() does that).
    void setDate(QDate date);

public Q_SLOTS:
    void openCalendar();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] std::optional<QString> formatted(const QString &text) const override;
    [[nodiscard]] QString unreadableReason() const override;

private:
    void enter(QDate date);

    QAction *m_calendar = nullptr;
};

} // namespace dealdesk
