-- What a tick would write: the steps of the ladder whose time has come, of open tasks whose clock runs. Reminded is at half of the time; a task that
-- was asked again later than that was reminded before.

CREATE VIEW dealdesk.running_clocks WITH (security_invoker = true) AS
SELECT a.id AS approval_id, a.deal_id, a.approval_stage, a.department, a.approval_level, a.remind_at, a.due_date, a.escalate_at, a.created_at
FROM dealdesk.deal_approvals a
JOIN dealdesk.deals d ON d.id = a.deal_id
WHERE a.status = 'pending' AND d.status IN ('submitted', 'under_review');

CREATE VIEW dealdesk.clock_steps_due WITH (security_invoker = true) AS
SELECT r.approval_id, r.deal_id, 'reminder' AS step, r.remind_at AS due_at, NULL::bigint AS escalated_to, NULL AS escalated_level
FROM dealdesk.running_clocks r
WHERE r.remind_at <= statement_timestamp() AND r.remind_at >= r.created_at
  AND NOT EXISTS (SELECT 1 FROM dealdesk.approval_clock_steps s WHERE s.approval_id = r.approval_id AND s.step = 'reminder')
UNION ALL
SELECT r.approval_id, r.deal_id, 'overdue', r.due_date, NULL, NULL
FROM dealdesk.running_clocks r
WHERE r.due_date <= statement_timestamp()
  AND NOT EXISTS (SELECT 1 FROM dealdesk.approval_clock_steps s WHERE s.approval_id = r.approval_id AND s.step = 'overdue')
UNION ALL
-- added is, in stage 1, the department's default assignee who may decide it; in stage 2, the next level
SELECT r.approval_id, r.deal_id, 'escalation', r.escalate_at,
       CASE r.approval_stage WHEN 1 THEN (SELECT u.id
                                          FROM dealdesk.approval_departments m
                                          JOIN dealdesk.users u ON u.id = m.default_assignee AND u.is_active AND u.role = 'department_reviewer'
                                                               AND u.department = m.department
                                          WHERE m.department = r.department
                                            AND NOT EXISTS (SELECT 1 FROM dealdesk.approval_conflicts x WHERE x.approval_id = r.approval_id AND x.user_id = u.id)) END,
       CASE r.approval_stage WHEN 2 THEN (SELECT n.code
                                          FROM dealdesk.approval_levels l
                                          JOIN dealdesk.approval_levels n ON n.rank > l.rank
                                          WHERE l.code = r.approval_level
                                          ORDER BY n.rank LIMIT 1) END
FROM dealdesk.running_clocks r
WHERE r.escalate_at <= statement_timestamp()
  AND NOT EXISTS (SELECT 1 FROM dealdesk.approval_clock_steps s WHERE s.approval_id = r.approval_id AND s.step = 'escalation');

CREATE VIEW dealdesk.calendar_list WITH (security_invoker = true) AS
SELECT c.id, c.name, c.time_zone, c.work_days, c.opens_at, c.cutoff_at, c.closes_at, c.is_default,
       (SELECT coalesce(string_agg(r.region, ',' ORDER BY r.region), '') FROM dealdesk.calendar_regions r WHERE r.calendar_id = c.id) AS regions,
       (SELECT max(w.day) FROM dealdesk.calendar_days w WHERE w.calendar_id = c.id) AS worked_out_until,
       c.version
FROM dealdesk.calendars c;
