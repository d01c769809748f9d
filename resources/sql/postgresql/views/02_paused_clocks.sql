-- A clock runs while the ball is with a reviewer. A task that was open when its deal went to the owner goes on with its old clock, moved by the
-- working time that the deal was away.

-- A task that is asked again, and the one of the revision before that it goes on with.
CREATE VIEW dealdesk.continued_tasks WITH (security_invoker = true) AS
SELECT a.id AS approval_id, f.id AS former_id
FROM dealdesk.deal_approvals a
JOIN dealdesk.deal_approvals f ON f.deal_id = a.deal_id
                              AND f.revision_number = a.revision_number - 1
                              AND f.approval_stage = a.approval_stage
                              AND f.department = a.department
                              AND f.approval_level IS NOT DISTINCT FROM a.approval_level
                              AND f.status = 'withdrawn'
                              AND f.clock_started_at IS NOT NULL;

-- Open and withdrawn tasks with a clock: from when to when they stood still. Until now where they have not gone on.
CREATE VIEW dealdesk.paused_tasks WITH (security_invoker = true) AS
SELECT p.approval_id,
       p.calendar_id,
       p.clock_started_at,
       p.remind_at,
       p.due_date,
       p.escalate_at,
       (SELECT h.changed_at
        FROM dealdesk.deal_status_history h
        WHERE h.deal_id = p.deal_id AND h.status = 'negotiating' AND h.changed_at <= p.resumed_at
        ORDER BY h.changed_at DESC LIMIT 1) AS paused_at,
       p.resumed_at
FROM (SELECT a.id AS approval_id, a.deal_id, a.calendar_id, a.clock_started_at, a.remind_at, a.due_date, a.escalate_at,
             coalesce((SELECT min(n.created_at) FROM dealdesk.deal_approvals n JOIN dealdesk.continued_tasks c ON c.approval_id = n.id
                       WHERE n.deal_id = a.deal_id AND c.former_id = a.id),
                      clock_timestamp()::timestamptz(3)) AS resumed_at
      FROM dealdesk.deal_approvals a
      WHERE a.status IN ('pending', 'withdrawn') AND a.clock_started_at IS NOT NULL) p;

CREATE VIEW dealdesk.paused_positions WITH (security_invoker = true) AS
SELECT t.approval_id, t.calendar_id, m.moment, m.at,
       coalesce((SELECT w.worked_before
                        + (extract(epoch FROM CASE WHEN EXISTS (SELECT 1 FROM dealdesk.calendar_days n
                                                                WHERE n.calendar_id = w.calendar_id AND n.day_number = w.day_number + 1)
                                                   THEN least(m.at, w.closes_at) ELSE m.at END - w.opens_at) * 1000)::bigint
                 FROM dealdesk.calendar_days w
                 WHERE w.calendar_id = t.calendar_id AND w.opens_at <= m.at
                 ORDER BY w.opens_at DESC LIMIT 1),
                (SELECT (extract(epoch FROM m.at - w.opens_at) * 1000)::bigint
                 FROM dealdesk.calendar_days w
                 WHERE w.calendar_id = t.calendar_id AND w.day_number = 1),
                (extract(epoch FROM m.at) * 1000)::bigint) AS position
FROM dealdesk.paused_tasks t
CROSS JOIN LATERAL (VALUES ('started', t.clock_started_at), ('remind', t.remind_at), ('due', t.due_date), ('escalate', t.escalate_at),
                           ('paused', coalesce(t.paused_at, t.resumed_at)), ('resumed', t.resumed_at)) m (moment, at);

-- Where the four instants of a clock are after the pause.
CREATE VIEW dealdesk.resumed_moments WITH (security_invoker = true) AS
SELECT q.approval_id, q.calendar_id, q.moment,
       CASE WHEN q.pause <= 0 THEN q.at
            ELSE coalesce((SELECT w.opens_at + (q.position - w.worked_before) * make_interval(secs => 0.001)
                           FROM dealdesk.calendar_days w
                           WHERE w.calendar_id = q.calendar_id AND w.worked_before < q.position
                           ORDER BY w.worked_before DESC LIMIT 1),
                          (SELECT w.opens_at + q.position * make_interval(secs => 0.001)
                           FROM dealdesk.calendar_days w
                           WHERE w.calendar_id = q.calendar_id AND w.day_number = 1),
                          q.at + q.pause * make_interval(secs => 0.001))
       END AS at
FROM (SELECT p.approval_id, p.calendar_id, p.moment, p.at, p.pause, p.position + p.pause AS position
      FROM (SELECT o.approval_id, o.calendar_id, o.moment, o.at, o.position,
                   (sum(CASE o.moment WHEN 'resumed' THEN o.position WHEN 'paused' THEN -o.position END)
                    OVER (PARTITION BY o.approval_id))::bigint AS pause
            FROM dealdesk.paused_positions o) p
      WHERE p.moment NOT IN ('resumed', 'paused')) q;

-- The clock that a paused task goes on with. Ask by approval_id. Each view here is read once: joining them again and again took longer to plan than
-- a whole submission.
CREATE VIEW dealdesk.resumed_clocks WITH (security_invoker = true) AS
SELECT m.approval_id,
       m.calendar_id,
       max(m.at) FILTER (WHERE m.moment = 'started') AS clock_started_at,
       max(m.at) FILTER (WHERE m.moment = 'remind') AS remind_at,
       max(m.at) FILTER (WHERE m.moment = 'due') AS due_at,
       max(m.at) FILTER (WHERE m.moment = 'escalate') AS escalate_at
FROM dealdesk.resumed_moments m
GROUP BY m.approval_id, m.calendar_id;
