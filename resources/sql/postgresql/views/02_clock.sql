-- The business clock, as domain/business_clock.h has it, on the calendars worked out day by day. An instant's position on a calendar is the
-- working time in milliseconds that lies before it; where no days were worked out, time is working time. Nothing here fails for want of days.
-- The statement's time and not the transaction's: a transaction can be held open for days.

CREATE VIEW dealdesk.deal_calendars WITH (security_invoker = true) AS
SELECT d.id AS deal_id,
       coalesce((SELECT r.calendar_id FROM dealdesk.calendar_regions r WHERE r.region = d.region),
                (SELECT c.id FROM dealdesk.calendars c WHERE c.is_default)) AS calendar_id,
       CASE d.priority WHEN 'critical' THEN 'urgent' WHEN 'high' THEN 'high' ELSE 'normal' END AS priority,
       CASE d.priority WHEN 'critical' THEN 1 WHEN 'high' THEN 2 ELSE 3 END AS business_days
FROM dealdesk.deals d;

-- What arrives after a day's cut-off counts as the next one's.
CREATE VIEW dealdesk.deal_arrivals WITH (security_invoker = true) AS
SELECT c.deal_id,
       c.calendar_id,
       c.priority,
       c.business_days,
       statement_timestamp()::timestamptz(3) AS arrived_at,
       (SELECT w.day_number
        FROM dealdesk.calendar_days w
        WHERE w.calendar_id = c.calendar_id AND w.cutoff_at >= statement_timestamp()::timestamptz(3)
        ORDER BY w.cutoff_at LIMIT 1) AS day_number
FROM dealdesk.deal_calendars c;

-- The ladder of what arrives: due at the close of the Nth business day after that day, escalated at the next one's. `middle` is the
-- position of the reminder. NULL where days are wanting.
CREATE VIEW dealdesk.deal_ladders WITH (security_invoker = true) AS
SELECT a.deal_id,
       a.calendar_id,
       a.priority,
       a.business_days,
       a.arrived_at,
       CASE WHEN escalation.day_number IS NOT NULL THEN greatest(a.arrived_at, f.opens_at) END AS started_at,
       CASE WHEN escalation.day_number IS NOT NULL THEN due.closes_at END AS due_at,
       escalation.closes_at AS escalate_at,
       (f.worked_before + (extract(epoch FROM greatest(a.arrived_at, f.opens_at) - f.opens_at) * 1000)::bigint + escalation.worked_before) / 2 AS middle
FROM dealdesk.deal_arrivals a
LEFT JOIN dealdesk.calendar_days f ON f.calendar_id = a.calendar_id AND f.day_number = a.day_number
LEFT JOIN dealdesk.calendar_days due ON due.calendar_id = a.calendar_id AND due.day_number = a.day_number + a.business_days
LEFT JOIN dealdesk.calendar_days escalation ON escalation.calendar_id = a.calendar_id AND escalation.day_number = a.day_number + a.business_days + 1;

-- The clock of a task of the deal that arrives now.
CREATE VIEW dealdesk.deal_clock WITH (security_invoker = true) AS
SELECT l.deal_id,
       l.calendar_id,
       l.priority,
       coalesce(l.started_at, l.arrived_at) AS clock_started_at,
       coalesce((SELECT w.opens_at + (l.middle - w.worked_before) * make_interval(secs => 0.001)
                 FROM dealdesk.calendar_days w
                 WHERE w.calendar_id = l.calendar_id AND w.worked_before < l.middle
                 ORDER BY w.worked_before DESC LIMIT 1),
                l.arrived_at + l.business_days * make_interval(hours => 12)) AS remind_at,
       coalesce(l.due_at, l.arrived_at + l.business_days * make_interval(hours => 24)) AS due_at,
       coalesce(l.escalate_at, l.arrived_at + (l.business_days + 1) * make_interval(hours => 24)) AS escalate_at
FROM dealdesk.deal_ladders l;

-- A deal of the region last moved before this instant has not moved for three business days: the one under way, or over last, and the two before.
CREATE VIEW dealdesk.attention_threshold WITH (security_invoker = true) AS
SELECT r.region,
       coalesce((SELECT f.opens_at
                 FROM dealdesk.calendar_days f
                 WHERE f.calendar_id = r.calendar_id
                   AND f.day_number = (SELECT w.day_number
                                       FROM dealdesk.calendar_days w
                                       WHERE w.calendar_id = r.calendar_id AND w.opens_at <= statement_timestamp()
                                       ORDER BY w.opens_at DESC LIMIT 1) - 2),
                statement_timestamp() - make_interval(hours => 72)) AS moved_before
FROM (SELECT n.region,
             coalesce((SELECT c.calendar_id FROM dealdesk.calendar_regions c WHERE c.region = n.region),
                      (SELECT c.id FROM dealdesk.calendars c WHERE c.is_default)) AS calendar_id
      FROM (VALUES ('northeast'), ('midwest'), ('midatlantic'), ('west'), ('south'), ('')) n (region)) r;
