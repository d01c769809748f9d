-- Business days Monday to Friday, UTC. Calendars with hours, holidays and zones will replace these three views; everything that
-- asks for a due date goes through `approval_due`. The statement's time and not the transaction's: a transaction can be held open for days.

-- Calendar days from a day of the week (0 is Sunday) to the Nth business day after it; a weekend counts as the Monday that follows.
CREATE VIEW dealdesk.business_day_offsets WITH (security_invoker = true) AS
SELECT w.weekday,
       n.business_days,
       w.to_workday + n.business_days + CASE WHEN w.workday + n.business_days > 5 THEN 2 ELSE 0 END AS calendar_days
FROM (VALUES (0, 1, 1), (1, 0, 1), (2, 0, 2), (3, 0, 3), (4, 0, 4), (5, 0, 5), (6, 2, 1)) w (weekday, to_workday, workday)
CROSS JOIN (VALUES (1), (2), (3)) n (business_days);

-- When a task that arrives now is due: the end of the Nth business day after today.
CREATE VIEW dealdesk.approval_due WITH (security_invoker = true) AS
SELECT p.deal_priority,
       p.priority,
       (today.day + o.calendar_days + time '23:59:59.999') AT TIME ZONE 'UTC' AS due_at
FROM (VALUES ('critical', 'urgent', 1), ('high', 'high', 2), ('medium', 'normal', 3), ('low', 'normal', 3)) p (deal_priority, priority, business_days)
CROSS JOIN (SELECT (statement_timestamp() AT TIME ZONE 'UTC')::date AS day) today
JOIN dealdesk.business_day_offsets o ON o.business_days = p.business_days AND o.weekday = extract(dow FROM today.day);

-- A deal last moved before this instant has not moved for three business days.
CREATE VIEW dealdesk.attention_threshold WITH (security_invoker = true) AS
SELECT (today.day - CASE extract(dow FROM today.day) WHEN 4 THEN 2 WHEN 5 THEN 2 WHEN 6 THEN 3 ELSE 4 END)::timestamp AT TIME ZONE 'UTC' AS moved_before
FROM (SELECT (statement_timestamp() AT TIME ZONE 'UTC')::date AS day) today;
