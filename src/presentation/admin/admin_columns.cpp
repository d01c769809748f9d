#include "presentation/admin/admin_columns.h"

#include "presentation/text/format.h"
#include "presentation/text/labels.h"

#include <QCoreApplication>
#include <QLocale>

namespace dealdesk {

namespace {

struct ColumnText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::AdminColumns)
};

QString activity(bool isActive)
{
    return isActive ? ColumnText::tr("Active") : ColumnText::tr("Inactive");
}

QString hoursOf(const BusinessCalendar &calendar)
{
    return ColumnText::tr("%1 to %2").arg(formatTime(calendar.opensAt), formatTime(calendar.closesAt));
}

QString workDaysOf(const BusinessCalendar &calendar)
{
    QStringList days;
    for (const int day : calendar.workDays)
        days.append(QLocale().dayName(day, QLocale::ShortFormat));
    return days.join(ColumnText::tr(", "));
}

QString regionsOf(const CalendarRecord &record)
{
    QStringList regions;
    for (const Region region : record.regions)
        regions.append(label(region));
    if (record.isDefault)
        regions.append(ColumnText::tr("all others"));
    return regions.join(ColumnText::tr(", "));
}

} // namespace

QList<RecordColumn<Person>> personColumns(std::function<QString(const QString &)> levelName)
{
    return {{ColumnText::tr("Name"), [](const Person &person) { return person.displayName; }},
            {ColumnText::tr("User name"), [](const Person &person) { return person.username; }},
            {ColumnText::tr("E-mail"), [](const Person &person) { return person.email; }},
            {ColumnText::tr("Role"), [](const Person &person) { return label(person.role); }},
            {ColumnText::tr("Department"), [](const Person &person) { return person.department ? label(*person.department) : QString(); }},
            {ColumnText::tr("Level"), [levelName](const Person &person) { return levelName(person.approvalLevel); }},
            {ColumnText::tr("State"), [](const Person &person) { return activity(person.isActive); }}};
}

QList<RecordColumn<DepartmentRecord>> departmentColumns()
{
    using Record = DepartmentRecord;
    return {{ColumnText::tr("Department"), [](const Record &record) { return record.department.displayName; }},
            {ColumnText::tr("Brought in by"),
             [](const Record &record) {
                 return record.department.alwaysRequired ? ColumnText::tr("Always asked")
                                                         : record.department.incentiveCategories.join(ColumnText::tr(", "));
             }},
            {ColumnText::tr("Contact"), [](const Record &record) { return record.contactEmail; }},
            {ColumnText::tr("State"), [](const Record &record) { return activity(record.department.isActive); }}};
}

QList<RecordColumn<LevelRecord>> levelColumns()
{
    using Record = LevelRecord;
    return {{ColumnText::tr("Level"), [](const Record &record) { return record.level.displayName; }},
            {ColumnText::tr("Code"), [](const Record &record) { return record.level.code; }},
            {ColumnText::tr("Rank"), [](const Record &record) { return QLocale().toString(record.level.rank); }, true},
            {ColumnText::tr("May decide up to"), [](const Record &record) { return formatMoney(record.level.limit); }, true}};
}

QList<RecordColumn<ClientRecord>> clientColumns()
{
    using Record = ClientRecord;
    return {
        {ColumnText::tr("Name"), [](const Record &record) { return record.name; }},
        {ColumnText::tr("Kind"), [](const Record &record) { return record.isAgency ? label(record.type) : ColumnText::tr("Advertiser"); }},
        {ColumnText::tr("Region"), [](const Record &record) { return record.region ? label(*record.region) : QString(); }},
        {ColumnText::tr("Revenue last year"), [](const Record &record) { return formatMoney(record.history.revenue); }, true},
        {ColumnText::tr("Margin last year"), [](const Record &record) { return formatPercent(record.history.margin); }, true},
        {ColumnText::tr("State"), [](const Record &record) { return activity(record.isActive); }}};
}

QList<RecordColumn<CatalogItem>> catalogColumns()
{
    return {{ColumnText::tr("Category"), [](const CatalogItem &item) { return item.category; }},
            {ColumnText::tr("Sub-category"), [](const CatalogItem &item) { return item.subCategory; }},
            {ColumnText::tr("Option"), [](const CatalogItem &item) { return item.option; }},
            {ColumnText::tr("State"), [](const CatalogItem &item) { return activity(item.isActive); }}};
}

QList<RecordColumn<CalendarRecord>> calendarColumns()
{
    using Record = CalendarRecord;
    return {{ColumnText::tr("Calendar"), [](const Record &record) { return record.calendar.name; }},
            {ColumnText::tr("Regions"), regionsOf},
            {ColumnText::tr("Time zone"), [](const Record &record) { return record.calendar.timeZone; }},
            {ColumnText::tr("Work days"), [](const Record &record) { return workDaysOf(record.calendar); }},
            {ColumnText::tr("Hours"), [](const Record &record) { return hoursOf(record.calendar); }},
            {ColumnText::tr("Holidays"), [](const Record &record) { return QLocale().toString(record.calendar.holidays.size()); }, true},
            {ColumnText::tr("Worked out until"), [](const Record &record) { return formatDate(record.workedOutUntil); }}};
}

} // namespace dealdesk
