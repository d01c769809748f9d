-- The business clock, as domain/business_clock.h has it, on the calendars worked out day by day. An instant's position on a calendar is the
-- working time in milliseconds that lies before it; where no days were worked out, time is working time. Nothing here fails for want of days.

CREATE VIEW deal_calendars AS
SELECT d.id AS deal_id,
       coalesce((SELECT r.calendar_id FROM calendar_regions r WHERE r.region = d.region),
                (SELECT c.id FROM calendars c WHERE c.is_default)) AS calendar_id,
       CASE d.priority WHEN 'critical' THEN 'urgent' WHEN 'high' THEN 'high' ELSE 'normal' END AS priority,
       CASE d.priority WHEN 'critical' THEN 1 WHEN 'high' THEN 2 ELSE 3 END AS business_days
FROM deals d;

-- What arrives after a day's cut-off counts as the next one's.
CREATE VIEW deal_arrivals AS
SELECT c.deal_id,
       c.calendar_id,
       c.priority,
       c.business_days,
       strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS arrived_at,
       (SELECT w.day_number
        FROM calendar_days w
        WHERE w.calendar_id = c.calendar_id AND w.cutoff_at >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
        ORDER BY w.cutoff_at LIMIT 1) AS day_number
FROM deal_calendars c;

-- The ladder of what arrives: due at the close of the Nth business day after that day, escalated at the next one's. `middle` is the
-- position of the reminder. NULL where days are wanting.
CREATE VIEW deal_ladders AS
SELECT a.deal_id,
       a.calendar_id,
       a.priority,
       a.business_days,
       a.arrived_at,
       max(a.arrived_at, f.opens_at) AS started_at,
       due.closes_at AS due_at,
       escalation.closes_at AS escalate_at,
       (f.worked_before + strftime('%s', max(a.arrived_at, f.opens_at)) * 1000 + substr(max(a.arrived_at, f.opens_at), 21, 3)
        - strftime('%s', f.opens_at) * 1000 - substr(f.opens_at, 21, 3)
        + escalation.worked_before) / 2 AS middle
FROM deal_arrivals a
LEFT JOIN calendar_days f ON f.calendar_id = a.calendar_id AND f.day_number = a.day_number
LEFT JOIN calendar_days due ON due.calendar_id = a.calendar_id AND due.day_number = a.day_number + a.business_days
LEFT JOIN calendar_days escalation ON escalation.calendar_id = a.calendar_id AND escalation.day_number = a.day_number + a.business_days + 1;

-- The clock of a task of the deal that arrives now.
CREATE VIEW deal_clock AS
SELECT l.deal_id,
       l.calendar_id,
       l.priority,
       coalesce(CASE WHEN l.escalate_at IS NOT NULL THEN l.started_at END, l.arrived_at) AS clock_started_at,
       coalesce((SELECT strftime('%Y-%m-%dT%H:%M:%S', (strftime('%s', w.opens_at) * 1000 + substr(w.opens_at, 21, 3) + l.middle - w.worked_before) / 1000,
                                 'unixepoch')
                        || printf('.%03dZ', (substr(w.opens_at, 21, 3) + l.middle - w.worked_before) % 1000)
                 FROM calendar_days w
                 WHERE w.calendar_id = l.calendar_id AND w.worked_before < l.middle
                 ORDER BY w.worked_before DESC LIMIT 1),
                strftime('%Y-%m-%dT%H:%M:%fZ', l.arrived_at, '+' || (l.business_days * 12) || ' hours')) AS remind_at,
       coalesce(CASE WHEN l.escalate_at IS NOT NULL THEN l.due_at END,
                strftime('%Y-%m-%dT%H:%M:%fZ', l.arrived_at, '+' || l.business_days || ' days')) AS due_at,
       coalesce(l.escalate_at, strftime('%Y-%m-%dT%H:%M:%fZ', l.arrived_at, '+' || (l.business_days + 1) || ' days')) AS escalate_at
FROM deal_ladders l;

-- A deal of the region last moved before this instant has not moved for three business days: the one under way, or over last, and the two before.
CREATE VIEW attention_threshold AS
SELECT r.region,
       coalesce((SELECT f.opens_at
                 FROM calendar_days f
                 WHERE f.calendar_id = r.calendar_id
                   AND f.day_number = (SELECT w.day_number
                                       FROM calendar_days w
                                       WHERE w.calendar_id = r.calendar_id AND w.opens_at <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
                                       ORDER BY w.opens_at DESC LIMIT 1) - 2),
                strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-3 days')) AS moved_before
FROM (SELECT n.region,
             coalesce((SELECT c.calendar_id FROM calendar_regions c WHERE c.region = n.region),
                      (SELECT c.id FROM calendars c WHERE c.is_default)) AS calendar_id
      FROM (SELECT 'northeast' AS region UNION ALL VALUES ('midwest'), ('midatlantic'), ('west'), ('south'), ('')) n) r;
