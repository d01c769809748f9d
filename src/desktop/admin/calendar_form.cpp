#include "desktop/admin/calendar_form.h"

#include "admin/ui_calendar_form.h"
#include "desktop/admin/form_fields.h"
#include "desktop/admin/holiday_table.h"
#include "desktop/theme/theme.h"
#include "presentation/text/format.h"
#include "services/calendar_service.h"

#include <QCompleter>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// Named after places; the others are old spellings or have no clock changes.
QStringList timeZones()
{
    QStringList zones;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/') && !id.startsWith("Etc/"))
            zones.append(QString::fromLatin1(id));
    }
    zones.append(u"Etc/UTC"_s);
    return zones;
}

} // namespace

CalendarForm::CalendarForm(AdminRecords *records, CalendarRecord record, QWidget *parent)
    : RecordForm(parent)
    , m_ui(std::make_unique<Ui::CalendarForm>())
    , m_holidays(new HolidayTable)
    , m_records(records)
    , m_record(std::move(record))
{
    m_ui->setupUi(this);
    m_ui->columns->addWidget(m_holidays, 1);
    m_ui->zoneCombo->addItems(timeZones());
    m_ui->zoneCombo->completer()->setFilterMode(Qt::MatchContains);
    m_ui->zoneCombo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    for (QTimeEdit *edit : {m_ui->opensEdit, m_ui->cutoffEdit, m_ui->closesEdit})
        edit->setDisplayFormat(edit->displayFormat().remove(u":ss"_s)); // some locales show seconds
    setThemeRole(m_ui->workedOutLabel, "muted");
    addWorkDays();
    addRegions();
    fill();
}

CalendarForm::~CalendarForm() = default;

QString CalendarForm::title() const
{
    return m_record.id != 0 ? tr("Edit %1").arg(m_record.calendar.name) : tr("New calendar");
}

void CalendarForm::addWorkDays()
{
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        auto *box = new QCheckBox(QLocale().dayName(day, QLocale::ShortFormat));
        box->setObjectName(u"workDay%1Check"_s.arg(day));
        box->setAccessibleName(QLocale().dayName(day));
        m_ui->workDays->addWidget(box);
        m_workDays.append(box);
    }
    m_ui->workDays->addStretch();
}

void CalendarForm::addRegions()
{
    for (const Region region : allOf<Region>()) {
        auto *box = new QCheckBox(label(region));
        box->setObjectName(QString(codeOf(region)) + "Check"_L1);
        box->setAccessibleName(label(region));
        m_ui->regions->addWidget(box, int(m_regions.size()) / 3, int(m_regions.size()) % 3);
        m_regions.append({region, box});
    }
}

void CalendarForm::fill()
{
    const BusinessCalendar &calendar = m_record.calendar;
    m_ui->nameEdit->setText(calendar.name);
    m_ui->zoneCombo->setCurrentText(calendar.timeZone);
    for (int i = 0; i < m_workDays.size(); ++i)
        m_workDays.at(i)->setChecked(calendar.workDays.contains(i + 1));
    m_ui->opensEdit->setTime(calendar.opensAt);
    m_ui->cutoffEdit->setTime(calendar.cutoffAt);
    m_ui->closesEdit->setTime(calendar.closesAt);
    for (const auto &[region, box] : std::as_const(m_regions))
        box->setChecked(m_record.regions.contains(region));
    m_ui->defaultCheck->setChecked(m_record.isDefault);
    // another calendar takes it; there is always one
    m_ui->defaultCheck->setEnabled(!m_record.isDefault);
    m_holidays->setHolidays(calendar.holidays);
    m_ui->workedOutLabel->setText(m_record.workedOutUntil.isValid()
                                      ? tr("Due dates are worked out until %1. Saving goes on to the end of the tenth year from now; "
                                           "what is under way keeps its dates.")
                                            .arg(formatDate(m_record.workedOutUntil))
                                      : tr("Saving works due dates out to the end of the tenth year from now."));
}

CalendarRecord CalendarForm::entered() const
{
    CalendarRecord record = m_record;
    record.calendar.name = m_ui->nameEdit->text().trimmed();
    record.calendar.timeZone = m_ui->zoneCombo->currentText().trimmed();
    record.calendar.workDays.clear();
    for (int i = 0; i < m_workDays.size(); ++i) {
        if (m_workDays.at(i)->isChecked())
            record.calendar.workDays.append(i + 1);
    }
    record.calendar.opensAt = m_ui->opensEdit->time();
    record.calendar.cutoffAt = m_ui->cutoffEdit->time();
    record.calendar.closesAt = m_ui->closesEdit->time();
    record.calendar.holidays = m_holidays->holidays();
    record.regions.clear();
    for (const auto &[region, box] : m_regions) {
        if (box->isChecked())
            record.regions.append(region);
    }
    record.isDefault = m_ui->defaultCheck->isChecked();
    return record;
}

bool CalendarForm::check()
{
    const BusinessCalendar calendar = entered().calendar;
    const bool named = checkFilled(m_ui->nameEdit, m_ui->nameEditError, tr("Give the calendar a name."));
    const bool zoned = QTimeZone::isTimeZoneIdAvailable(calendar.timeZone.toLatin1());
    m_ui->zoneComboError->showError(m_ui->zoneCombo, zoned ? QString() : tr("Choose a zone from the list, like America/New_York."));
    const bool works = !calendar.workDays.isEmpty();
    m_ui->workDaysError->showError(m_workDays.first(), works ? QString() : tr("Choose at least one day."));
    const bool ordered = calendar.opensAt < calendar.cutoffAt && calendar.cutoffAt <= calendar.closesAt;
    m_ui->hoursError->showError(m_ui->cutoffEdit, ordered ? QString() : tr("The cut-off lies after the opening, and not after the close."));
    return named && zoned && works && ordered;
}

QCoro::Task<Status> CalendarForm::save()
{
    const CalendarService service(*m_records->session());
    const auto task = service.save(entered());
    co_return co_await task;
}

void CalendarForm::reload()
{
    for (const CalendarRecord &record : m_records->calendars()->rows()) {
        if (record.id == m_record.id)
            m_record = record;
    }
    fill();
}

} // namespace dealdesk
