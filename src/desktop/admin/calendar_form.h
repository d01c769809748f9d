#pragma once

#include "desktop/admin/record_form.h"
#include "presentation/admin/admin_records.h"

#include <QCheckBox>

#include <memory>

namespace dealdesk {

namespace Ui {
class CalendarForm;
}

class HolidayTable;

/// When a region works: zone, work days, hours and holidays.
class CalendarForm : public RecordForm {
    Q_OBJECT

public:
    CalendarForm(AdminRecords *records, CalendarRecord record, QWidget *parent = nullptr);
    ~CalendarForm() override;

    [[nodiscard]] QString title() const override;
    bool check() override;
    QCoro::Task<Status> save() override;
    void reload() override;

private:
    void addWorkDays();
    void addRegions();
    void fill();
    [[nodiscard]] CalendarRecord entered() const;

    std::unique_ptr<Ui::CalendarForm> m_ui;
    HolidayTable *m_holidays;
    QList<QCheckBox *> m_workDays; ///< Monday first
    QList<std::pair<Region, QCheckBox *>> m_regions;
    AdminRecords *m_records;
    CalendarRecord m_record;
};

} // namespace dealdesk
