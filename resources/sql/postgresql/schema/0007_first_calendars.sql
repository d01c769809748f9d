-- Schema 1.3: the calendars that a new database starts with: nine to five, Monday to Friday, without holidays. An administrator changes them
-- afterwards, so they are written once.

INSERT INTO dealdesk.calendars (name, time_zone, is_default) VALUES
    ('Eastern', 'America/New_York', true),
    ('Central', 'America/Chicago', false),
    ('Pacific', 'America/Los_Angeles', false);

INSERT INTO dealdesk.calendar_regions (region, calendar_id)
SELECT r.region, c.id
FROM (VALUES ('northeast', 'Eastern'), ('midatlantic', 'Eastern'), ('south', 'Eastern'), ('midwest', 'Central'), ('west', 'Pacific')) r (region, name)
JOIN dealdesk.calendars c ON c.name = r.name;

-- From the beginning of last year to the end of the tenth year from now, as the program works it out. In the United States the clocks go
-- forward on the second Sunday in March and back on the first in November: no working day has the hour itself in it. Not asked of the
-- server, whose zones may be old.
INSERT INTO dealdesk.calendar_days (calendar_id, day_number, day, opens_at, cutoff_at, closes_at, worked_before)
WITH days AS (
    SELECT d.day::date AS day
    FROM generate_series(date_trunc('year', now() AT TIME ZONE 'UTC') - interval '1 year',
                         date_trunc('year', now() AT TIME ZONE 'UTC') + interval '11 years' - interval '1 day', interval '1 day') d (day)),
numbered AS (
    SELECT d.day,
           row_number() OVER (ORDER BY d.day) AS day_number,
           -- the Sunday on or after 8 March, and on or after 1 November
           CASE WHEN d.day >= m.march + (7 - extract(dow FROM m.march)::integer) % 7
                 AND d.day < m.november + (7 - extract(dow FROM m.november)::integer) % 7 THEN 1 ELSE 0 END AS summer
    FROM days d
    CROSS JOIN LATERAL (SELECT make_date(extract(year FROM d.day)::integer, 3, 8) AS march,
                               make_date(extract(year FROM d.day)::integer, 11, 1) AS november) m
    WHERE extract(isodow FROM d.day) <= 5)
SELECT c.id,
       n.day_number,
       n.day,
       (n.day + time '09:00' + (z.hours - n.summer) * interval '1 hour') AT TIME ZONE 'UTC',
       (n.day + time '16:00' + (z.hours - n.summer) * interval '1 hour') AT TIME ZONE 'UTC',
       (n.day + time '17:00' + (z.hours - n.summer) * interval '1 hour') AT TIME ZONE 'UTC',
       (n.day_number - 1) * 8 * 3600000
FROM numbered n
CROSS JOIN (VALUES ('Eastern', 5), ('Central', 6), ('Pacific', 8)) z (name, hours)
JOIN dealdesk.calendars c ON c.name = z.name
ORDER BY c.id, n.day_number;

-- the save under way, for the guards of calendars
CREATE INDEX idx_command_log_calendar ON dealdesk.command_log (command_id) WHERE verb = 'save_calendar' AND result IS NULL;
