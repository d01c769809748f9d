#pragma once

#include "domain/business_clock.h"

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace dealdesk {

class ErrorLabel;

/// The holidays of a calendar: a table to type in, with buttons that add a day, remove the chosen ones and paste a list.
class HolidayTable : public QWidget {
    Q_OBJECT

public:
    explicit HolidayTable(QWidget *parent = nullptr);

    void setHolidays(QList<Holiday> holidays);
    /// In order of their days, each day once.
    [[nodiscard]] QList<Holiday> holidays() const;

private:
    void build();
    void addDay();
    void removeChosen();
    void paste();
    void appendRow(const Holiday &holiday);

    QTableWidget *m_table = nullptr;
    QPushButton *m_remove = nullptr;
    ErrorLabel *m_error = nullptr;
};

} // namespace dealdesk
