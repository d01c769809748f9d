-- Who may decide. Two questions, kept apart because they are refused differently: authority (forbidden) and separation of duties.

-- Everybody who owns or wrote a deal; who submits it is an editor by that.
CREATE VIEW dealdesk.deal_writers WITH (security_invoker = true) AS
SELECT d.id AS deal_id, d.owner_id AS user_id FROM dealdesk.deals d
UNION ALL
SELECT e.deal_id, e.user_id FROM dealdesk.deal_editors e;

-- Active people whose role, department or level covers the task. An administrator decides nothing by virtue of being one.
CREATE VIEW dealdesk.approval_authority WITH (security_invoker = true) AS
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

-- Pairs that separation of duties forbids: writers of the deal; who decided in the deal's other stage at any time, or in this stage of
-- this revision.
CREATE VIEW dealdesk.approval_conflicts WITH (security_invoker = true) AS
SELECT a.id AS approval_id, w.user_id
FROM dealdesk.deal_approvals a
JOIN dealdesk.deal_writers w ON w.deal_id = a.deal_id
UNION ALL
SELECT a.id, o.completed_by
FROM dealdesk.deal_approvals a
JOIN dealdesk.deal_approvals o ON o.deal_id = a.deal_id AND o.id <> a.id AND o.completed_by IS NOT NULL
                              AND (o.approval_stage <> a.approval_stage OR o.revision_number = a.revision_number);

CREATE VIEW dealdesk.approval_candidates WITH (security_invoker = true) AS
SELECT c.approval_id, c.user_id, c.required_rank, c.user_rank
FROM dealdesk.approval_authority c
WHERE NOT EXISTS (SELECT 1 FROM dealdesk.approval_conflicts x WHERE x.approval_id = c.approval_id AND x.user_id = c.user_id);
