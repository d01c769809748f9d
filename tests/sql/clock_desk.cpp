#include "clock_desk.h"

#include "data/rows.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

QString dayName(int day)
{
    return QStringList{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s}.value(day);
}

QDateTime golden(const QDate &day, const QTime &time)
{
    return QDateTime(day, time, QTimeZone::utc());
}

QDate mondayOfTheWeek()
{
    return QDate(2026, 1, 5);
}

QDateTime golden(const QString &time)
{
    const QString text = time.startsWith(u'+') ? time.mid(1) : time;
    int day = 0;
    while (dayName(day) != text.left(3))
        ++day;
    return golden(mondayOfTheWeek().addDays(day + (time.startsWith(u'+') ? 7 : 0)), QTime::fromString(text.mid(4), u"HH:mm"_s));
}

QString textOf(const QDateTime &instant)
{
    return instant.toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s);
}

} // namespace

ClockDesk::ClockDesk(const QString &now, const QString &holiday) : m_shift(golden(now).msecsTo(QDateTime::currentDateTimeUtc()))
{
    const auto saved = runOn(calendarVersion(), u"save_calendar"_s, u"admin"_s, calendar(holiday));
    if (!saved)
        qFatal("the calendar: %s", qPrintable(saved.error().detail));
}

QString ClockDesk::at(const QString &time) const
{
    return textOf(golden(time).addMSecs(m_shift));
}

qint64 ClockDesk::calendarVersion()
{
    return value(u"SELECT version FROM calendars WHERE name = 'Pacific'"_s).toLongLong();
}

QJsonObject ClockDesk::calendar(const QString &holiday)
{
    QJsonArray days;
    QJsonArray holidays;
    for (QDate day = mondayOfTheWeek().addDays(-14); day < mondayOfTheWeek().addDays(28); day = day.addDays(1)) {
        const bool isInTheWeek = day >= mondayOfTheWeek() && day < mondayOfTheWeek().addDays(7);
        if (isInTheWeek && dayName(day.dayOfWeek() - 1) == holiday)
            holidays.append(QJsonObject{{u"day"_s, day.toString(Qt::ISODate)}, {u"name"_s, u"Day off"_s}});
        else if (day.dayOfWeek() <= 5)
            days.append(QJsonArray{day.toString(Qt::ISODate), textOf(golden(day, QTime(9, 0)).addMSecs(m_shift)),
                                   textOf(golden(day, QTime(16, 0)).addMSecs(m_shift)),
                                   textOf(golden(day, QTime(17, 0)).addMSecs(m_shift))});
    }
    return {{u"id"_s, value(u"SELECT id FROM calendars WHERE name = 'Pacific'"_s).toLongLong()},
            {u"name"_s, u"Pacific"_s},
            {u"time_zone"_s, u"Etc/UTC"_s},
            {u"work_days"_s, u"12345"_s},
            {u"opens_at"_s, u"09:00"_s},
            {u"cutoff_at"_s, u"16:00"_s},
            {u"closes_at"_s, u"17:00"_s},
            {u"is_default"_s, 0},
            {u"regions"_s, QJsonArray{u"west"_s}},
            {u"holidays"_s, holidays},
            {u"days"_s, days}};
}

qint64 ClockDesk::submittedAs(const QString &priority)
{
    QJsonObject wanted = draft();
    wanted[u"priority"_s] = priority;
    const qint64 deal = savedDeal(wanted);
    done(u"submit_deal"_s, u"seller"_s, deal, {{u"draft"_s, wanted}, {u"plan"_s, plan()}});
    return deal;
}

void ClockDesk::pastTheGuards(const QString &table, const QString &trigger, const QString &sql, const QVariantList &values)
{
    const auto run = [this](const QString &statement, const QVariantList &bound = {}) {
        const auto rows = readRows(connection(), statement, bound, [](const Query &row) { return row.integer(0); });
        if (!rows)
            qFatal("%s: %s", qPrintable(statement), qPrintable(rows.error().detail));
    };
    run(isOnPostgresql() ? u"ALTER TABLE %1 DISABLE TRIGGER USER"_s.arg(table) : u"DROP TRIGGER %1"_s.arg(trigger));
    run(sql, values);
    if (isOnPostgresql())
        run(u"ALTER TABLE %1 ENABLE TRIGGER USER"_s.arg(table));
    else
        database().reloadLogic();
}

void ClockDesk::arrived(qint64 task, const QString &time, const QString &remind, const QString &due, const QString &escalate)
{
    pastTheGuards(
        u"deal_approvals"_s, u"deal_approvals_identity"_s,
        u"UPDATE deal_approvals SET created_at = ?, clock_started_at = ?, remind_at = ?, due_date = ?, escalate_at = ? WHERE id = ?"_s,
        {at(time), at(time), at(remind), at(due), at(escalate), task});
}

void ClockDesk::wentToOwner(qint64 deal, const QString &time)
{
    pastTheGuards(u"deal_status_history"_s, u"deal_status_history_no_update"_s,
                  u"UPDATE deal_status_history SET changed_at = ? WHERE deal_id = ? AND status = 'negotiating'"_s, {at(time), deal});
}

QString ClockDesk::of(qint64 task, const QString &column)
{
    return value(u"SELECT %1 FROM deal_approvals WHERE id = ?"_s.arg(column), {task}).toString();
}

} // namespace dealdesk::test
