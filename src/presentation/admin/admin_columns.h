#pragma once

#include "presentation/admin/record_table.h"
#include "services/admin_service.h"
#include "services/calendar_service.h"

namespace dealdesk {

// The columns of the administration's tables.
QList<RecordColumn<Person>> personColumns(std::function<QString(const QString &code)> levelName);
QList<RecordColumn<DepartmentRecord>> departmentColumns();
QList<RecordColumn<LevelRecord>> levelColumns();
QList<RecordColumn<ClientRecord>> clientColumns();
QList<RecordColumn<CatalogItem>> catalogColumns();
QList<RecordColumn<CalendarRecord>> calendarColumns();

} // namespace dealdesk
