-- A clock runs while the ball is with a reviewer. A task that was open when its deal went to the owner goes on with its old clock, moved by the
-- working time that the deal was away.

-- A task that is asked again, and the one of the revision before that it goes on with.
CREATE VIEW continued_tasks AS
SELECT a.id AS approval_id, f.id AS former_id
FROM deal_approvals a
JOIN deal_approvals f ON f.deal_id = a.deal_id
                     AND f.revision_number = a.revision_number - 1
                     AND f.approval_stage = a.approval_stage
                     AND f.department = a.department
                     AND f.approval_level IS a.approval_level
                     AND f.status = 'withdrawn'
                     AND f.clock_started_at IS NOT NULL;

-- Open and withdrawn tasks with a clock: from when to when they stood still. Until now where they have not gone on.
CREATE VIEW paused_tasks AS
SELECT p.approval_id,
       p.calendar_id,
       p.clock_started_at,
       p.remind_at,
       p.due_date,
       p.escalate_at,
       (SELECT h.changed_at
        FROM deal_status_history h
        WHERE h.deal_id = p.deal_id AND h.status = 'negotiating' AND h.changed_at <= p.resumed_at
        ORDER BY h.changed_at DESC LIMIT 1) AS paused_at,
       p.resumed_at
FROM (SELECT a.id AS approval_id, a.deal_id, a.calendar_id, a.clock_started_at, a.remind_at, a.due_date, a.escalate_at,
             coalesce((SELECT min(n.created_at) FROM deal_approvals n JOIN continued_tasks c ON c.approval_id = n.id
                       WHERE n.deal_id = a.deal_id AND c.former_id = a.id),
                      strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) AS resumed_at
      FROM deal_approvals a
      WHERE a.status IN ('pending', 'withdrawn') AND a.clock_started_at IS NOT NULL) p;

CREATE VIEW paused_moments AS
SELECT t.approval_id, t.calendar_id, m.moment,
       CASE m.moment WHEN 'started' THEN t.clock_started_at
                     WHEN 'remind' THEN t.remind_at
                     WHEN 'due' THEN t.due_date
                     WHEN 'escalate' THEN t.escalate_at
                     WHEN 'paused' THEN coalesce(t.paused_at, t.resumed_at)
                     ELSE t.resumed_at END AS at
FROM paused_tasks t
CROSS JOIN (SELECT 'started' AS moment UNION ALL VALUES ('remind'), ('due'), ('escalate'), ('paused'), ('resumed')) m;

CREATE VIEW paused_positions AS
SELECT p.approval_id, p.calendar_id, p.moment, p.at,
       p.at_ms
       + coalesce((SELECT w.worked_before - strftime('%s', w.opens_at) * 1000 - substr(w.opens_at, 21, 3)
                          - CASE WHEN EXISTS (SELECT 1 FROM calendar_days n WHERE n.calendar_id = w.calendar_id AND n.day_number = w.day_number + 1)
                                 THEN max(0, p.at_ms - strftime('%s', w.closes_at) * 1000 - substr(w.closes_at, 21, 3)) ELSE 0 END
                   FROM calendar_days w
                   WHERE w.calendar_id = p.calendar_id AND w.opens_at <= p.at
                   ORDER BY w.opens_at DESC LIMIT 1),
                  (SELECT - strftime('%s', w.opens_at) * 1000 - substr(w.opens_at, 21, 3)
                   FROM calendar_days w
                   WHERE w.calendar_id = p.calendar_id AND w.day_number = 1),
                  0) AS position
FROM (SELECT m.approval_id, m.calendar_id, m.moment, m.at, strftime('%s', m.at) * 1000 + substr(m.at, 21, 3) AS at_ms FROM paused_moments m) p;

-- Where the four instants of a clock are after the pause.
CREATE VIEW resumed_moments AS
SELECT g.approval_id, g.calendar_id, g.moment,
       CASE WHEN g.pause <= 0 THEN g.at
            ELSE strftime('%Y-%m-%dT%H:%M:%S', (g.position + g.offset) / 1000, 'unixepoch') || printf('.%03dZ', (g.position + g.offset) % 1000)
       END AS at
FROM (SELECT q.approval_id, q.calendar_id, q.moment, q.at, q.pause, q.position,
             coalesce((SELECT strftime('%s', w.opens_at) * 1000 + substr(w.opens_at, 21, 3) - w.worked_before
                       FROM calendar_days w
                       WHERE w.calendar_id = q.calendar_id AND w.worked_before < q.position
                       ORDER BY w.worked_before DESC LIMIT 1),
                      (SELECT strftime('%s', w.opens_at) * 1000 + substr(w.opens_at, 21, 3)
                       FROM calendar_days w
                       WHERE w.calendar_id = q.calendar_id AND w.day_number = 1),
                      0) AS offset
      FROM (SELECT p.approval_id, p.calendar_id, p.moment, p.at, r.position - s.position AS pause,
                   p.position + r.position - s.position AS position
            FROM paused_positions p
            JOIN paused_positions r ON r.approval_id = p.approval_id AND r.moment = 'resumed'
            JOIN paused_positions s ON s.approval_id = p.approval_id AND s.moment = 'paused'
            WHERE p.moment NOT IN ('resumed', 'paused')) q) g;

-- The clock that a paused task goes on with. Ask by approval_id.
CREATE VIEW resumed_clocks AS
SELECT a.id AS approval_id,
       a.calendar_id,
       (SELECT m.at FROM resumed_moments m WHERE m.approval_id = a.id AND m.moment = 'started') AS clock_started_at,
       (SELECT m.at FROM resumed_moments m WHERE m.approval_id = a.id AND m.moment = 'remind') AS remind_at,
       (SELECT m.at FROM resumed_moments m WHERE m.approval_id = a.id AND m.moment = 'due') AS due_at,
       (SELECT m.at FROM resumed_moments m WHERE m.approval_id = a.id AND m.moment = 'escalate') AS escalate_at
FROM deal_approvals a
WHERE a.status IN ('pending', 'withdrawn') AND a.clock_started_at IS NOT NULL;
