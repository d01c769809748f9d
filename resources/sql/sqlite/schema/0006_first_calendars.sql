-- Schema 1.3: the calendars that a new database starts with: nine to five, Monday to Friday, without holidays. An administrator changes them
-- afterwards, so they are written once.

INSERT INTO calendars (name, time_zone, is_default) VALUES
    ('Eastern', 'America/New_York', 1),
    ('Central', 'America/Chicago', 0),
    ('Pacific', 'America/Los_Angeles', 0);

INSERT INTO calendar_regions (region, calendar_id)
SELECT r.region, c.id
FROM (SELECT 'northeast' AS region, 'Eastern' AS name
      UNION ALL VALUES ('midatlantic', 'Eastern'), ('south', 'Eastern'), ('midwest', 'Central'), ('west', 'Pacific')) r
JOIN calendars c ON c.name = r.name;

-- From the beginning of last year to the end of the tenth year from now, as the program works it out. In the United States the clocks go
-- forward on the second Sunday in March and back on the first in November: no working day has the hour itself in it.
INSERT INTO calendar_days (calendar_id, day_number, day, opens_at, cutoff_at, closes_at, worked_before)
WITH RECURSIVE days (day) AS (
    SELECT date('now', 'start of year', '-1 year')
    UNION ALL
    SELECT date(day, '+1 day') FROM days WHERE day < date('now', 'start of year', '+11 years', '-1 day')),
numbered AS (
    SELECT day,
           row_number() OVER (ORDER BY day) AS day_number,
           day >= date(substr(day, 1, 4) || '-03-08', 'weekday 0') AND day < date(substr(day, 1, 4) || '-11-01', 'weekday 0') AS is_summer
    FROM days
    WHERE strftime('%w', day) BETWEEN '1' AND '5'),
zones (name, hours) AS (VALUES ('Eastern', 5), ('Central', 6), ('Pacific', 8))
SELECT c.id,
       n.day_number,
       n.day,
       strftime('%Y-%m-%dT%H:%M:%fZ', n.day || ' 09:00', '+' || (z.hours - n.is_summer) || ' hours'),
       strftime('%Y-%m-%dT%H:%M:%fZ', n.day || ' 16:00', '+' || (z.hours - n.is_summer) || ' hours'),
       strftime('%Y-%m-%dT%H:%M:%fZ', n.day || ' 17:00', '+' || (z.hours - n.is_summer) || ' hours'),
       (n.day_number - 1) * 8 * 3600000
FROM numbered n
CROSS JOIN zones z
JOIN calendars c ON c.name = z.name
ORDER BY c.id, n.day_number;
