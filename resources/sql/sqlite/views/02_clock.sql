-- Business days Monday to Friday, UTC. Calendars with hours, holidays and zones will replace these three views; everything that
-- asks for a due date goes through `approval_due`.

-- Calendar days from a day of the week (0 is Sunday) to the Nth business day after it; a weekend counts as the Monday that follows.
CREATE VIEW business_day_offsets AS
SELECT w.weekday,
       n.business_days,
       w.to_workday + n.business_days + CASE WHEN w.workday + n.business_days > 5 THEN 2 ELSE 0 END AS calendar_days
FROM (SELECT 0 AS weekday, 1 AS to_workday, 1 AS workday
      UNION ALL VALUES (1, 0, 1), (2, 0, 2), (3, 0, 3), (4, 0, 4), (5, 0, 5), (6, 2, 1)) w
CROSS JOIN (SELECT 1 AS business_days UNION ALL VALUES (2), (3)) n;

-- When a task that arrives now is due: the end of the Nth business day after today.
CREATE VIEW approval_due AS
SELECT p.deal_priority,
       p.priority,
       date('now', '+' || o.calendar_days || ' days') || 'T23:59:59.999Z' AS due_at
FROM (SELECT 'critical' AS deal_priority, 'urgent' AS priority, 1 AS business_days
      UNION ALL VALUES ('high', 'high', 2), ('medium', 'normal', 3), ('low', 'normal', 3)) p
JOIN business_day_offsets o ON o.business_days = p.business_days AND o.weekday = CAST(strftime('%w', 'now') AS INTEGER);

-- A deal last moved before this instant has not moved for three business days.
CREATE VIEW attention_threshold AS
SELECT date('now', CASE strftime('%w', 'now') WHEN '4' THEN '-2 days' WHEN '5' THEN '-2 days' WHEN '6' THEN '-3 days' ELSE '-4 days' END)
       || 'T00:00:00.000Z' AS moved_before;
