-- Who may decide. Two questions, kept apart because they are refused differently: authority (forbidden) and separation of duties.

-- Everybody who owns or wrote a deal; who submits it is an editor by that.
CREATE VIEW dealdesk.deal_writers WITH (security_invoker = true) AS
SELECT d.id AS deal_id, d.owner_id AS user_id FROM dealdesk.deals d
UNION ALL
SELECT e.deal_id, e.user_id FROM dealdesk.deal_editors e;

-- Active people whose role, department or level covers the task. An administrator decides nothing by virtue of being one.
CREATE VIEW dealdesk.own_authority WITH (security_invoker = true) AS
SELECT a.id AS approval_id, u.id AS user_id, -1 AS required_rank, -1 AS user_rank
FROM dealdesk.deal_approvals a
JOIN dealdesk.users u ON u.role = 'department_reviewer' AND u.department = a.department AND u.is_active
WHERE a.approval_stage = 1
UNION ALL
SELECT a.id, u.id, l.rank, ul.rank
FROM dealdesk.deal_approvals a
JOIN dealdesk.approval_levels l ON l.code = a.approval_level
JOIN dealdesk.users u ON u.role = 'approver' AND u.is_active
JOIN dealdesk.approval_levels ul ON ul.code = u.approval_level AND ul.rank >= l.rank
WHERE a.approval_stage = 2;

-- Delegations under way to somebody who may decide at all.
CREATE VIEW dealdesk.delegations_now WITH (security_invoker = true) AS
SELECT g.id, g.delegator_id, g.delegate_id, b.role AS delegate_role, b.department AS delegate_department, b.approval_level AS delegate_level,
       g.scope, g.department, g.approval_level, g.limit_amount
FROM dealdesk.delegations g
JOIN dealdesk.users b ON b.id = g.delegate_id AND b.is_active AND b.role IN ('department_reviewer', 'approver')
WHERE g.ended_at IS NULL AND g.starts_at <= statement_timestamp() AND g.ends_at > statement_timestamp();

-- What somebody may decide for somebody who has the authority themselves: one hop, in the delegation's department or level, up to its limit. In
-- stage 2 the delegate's own level has to cover the task as well.
CREATE VIEW dealdesk.delegated_authority WITH (security_invoker = true) AS
SELECT a.id AS approval_id, g.delegate_id AS user_id, g.delegator_id AS on_behalf_of, g.id AS delegation_id,
       coalesce(l.rank, -1) AS required_rank, CASE a.approval_stage WHEN 2 THEN bl.rank ELSE -1 END AS user_rank
FROM dealdesk.delegations_now g
JOIN dealdesk.users u ON u.id = g.delegator_id AND u.is_active
JOIN dealdesk.deal_approvals a ON g.scope = 'all'
                               OR (g.scope = 'department' AND a.approval_stage = 1 AND a.department = g.department)
                               OR (g.scope = 'level' AND a.approval_stage = 2 AND a.approval_level = g.approval_level)
JOIN dealdesk.deals d ON d.id = a.deal_id AND (g.limit_amount IS NULL OR d.routing_amount <= g.limit_amount)
LEFT JOIN dealdesk.approval_levels l ON l.code = a.approval_level
LEFT JOIN dealdesk.approval_levels ul ON ul.code = u.approval_level
LEFT JOIN dealdesk.approval_levels bl ON bl.code = g.delegate_level
WHERE (a.approval_stage = 1 AND u.role = 'department_reviewer' AND u.department = a.department)
   OR (a.approval_stage = 2 AND u.role = 'approver' AND ul.rank >= l.rank AND g.delegate_role = 'approver' AND bl.rank >= l.rank);

-- on_behalf_of NULL: by one's own authority
CREATE VIEW dealdesk.approval_authority WITH (security_invoker = true) AS
SELECT o.approval_id, o.user_id, NULL::bigint AS on_behalf_of, o.required_rank, o.user_rank FROM dealdesk.own_authority o
UNION ALL
SELECT g.approval_id, g.user_id, g.on_behalf_of, g.required_rank, g.user_rank FROM dealdesk.delegated_authority g;

-- Pairs that separation of duties forbids: writers of the deal; who decided, or was decided for, in the deal's other stage at any time, or in
-- this stage of this revision.
CREATE VIEW dealdesk.approval_conflicts WITH (security_invoker = true) AS
SELECT a.id AS approval_id, w.user_id
FROM dealdesk.deal_approvals a
JOIN dealdesk.deal_writers w ON w.deal_id = a.deal_id
UNION ALL
SELECT a.id, v.user_id
FROM dealdesk.deal_approvals a
JOIN dealdesk.deal_approvals o ON o.deal_id = a.deal_id AND o.id <> a.id AND o.completed_by IS NOT NULL
                              AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number)
CROSS JOIN LATERAL (VALUES (o.completed_by), (o.on_behalf_of)) v (user_id)
WHERE v.user_id IS NOT NULL;

CREATE VIEW dealdesk.approval_candidates WITH (security_invoker = true) AS
SELECT c.approval_id, c.user_id, c.on_behalf_of, c.required_rank, c.user_rank
FROM dealdesk.approval_authority c
WHERE NOT EXISTS (SELECT 1 FROM dealdesk.approval_conflicts x
                  WHERE x.approval_id = c.approval_id AND x.user_id IN (c.user_id, c.on_behalf_of));

-- For whom a delegate may decide a task: nobody who may not decide it themselves.
CREATE VIEW dealdesk.delegated_candidates WITH (security_invoker = true) AS
SELECT g.approval_id, g.user_id, g.on_behalf_of, g.delegation_id
FROM dealdesk.delegated_authority g
WHERE NOT EXISTS (SELECT 1 FROM dealdesk.approval_conflicts x
                  WHERE x.approval_id = g.approval_id AND x.user_id IN (g.user_id, g.on_behalf_of) OFFSET 0);
