-- What a deal's page shows of its reviews, revisions and comments.

CREATE VIEW dealdesk.deal_revision_list WITH (security_invoker = true) AS
SELECT r.id, r.deal_id, r.revision_number, r.content, r.plan, r.submitted_by, r.submitted_by_name, r.submitted_at
FROM dealdesk.deal_revisions r;

CREATE VIEW dealdesk.deal_comment_list WITH (security_invoker = true) AS
SELECT c.id, c.deal_id, c.approval_id, c.author_id, c.author_name, c.body, c.created_at
FROM dealdesk.deal_comments c;

CREATE VIEW dealdesk.approval_list WITH (security_invoker = true) AS
SELECT a.id,
       a.deal_id,
       a.revision_number,
       a.approval_stage,
       a.department,
       a.approval_level,
       l.display_name AS level_name,
       coalesce(l.rank, -1) AS level_rank,
       a.required_role,
       a.status,
       a.priority,
       a.reasons,
       a.assigned_to,
       p.display_name AS assignee_name,
       a.due_date,
       a.status = 'pending' AND a.due_date < statement_timestamp() AS is_overdue,
       -- whether somebody may decide it now
       a.status = 'pending' AND d.status IN ('submitted', 'under_review', 'negotiating') AS stage_open,
       a.comments,
       a.revision_reason,
       a.revision_fields,
       a.reviewer_notes,
       a.completed_by,
       c.display_name AS completed_by_name,
       a.completed_at,
       a.imported,
       a.created_at
FROM dealdesk.deal_approvals a
JOIN dealdesk.deals d ON d.id = a.deal_id
LEFT JOIN dealdesk.approval_levels l ON l.code = a.approval_level
LEFT JOIN dealdesk.people p ON p.id = a.assigned_to
LEFT JOIN dealdesk.people c ON c.id = a.completed_by;
