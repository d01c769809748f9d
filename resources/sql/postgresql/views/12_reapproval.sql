-- Who stands and who is asked again when a deal comes back: domain.md "Smart re-approval", docs/decisions/0011, the same as domain/reapproval.cpp.

-- Everybody's last word before a revision, and what that revision asks of them. base_* is the approval that really looked at figures.
CREATE VIEW dealdesk.approval_last_words WITH (security_invoker = true) AS
SELECT r.deal_id,
       r.revision_number,
       k.approval_key,
       CASE k.approval_key WHEN 'business' THEN coalesce(r.plan ->> 'level', '') ELSE '' END COLLATE "C" AS level,
       CASE k.approval_key
       WHEN 'business' THEN coalesce(r.plan ->> 'level', '') <> ''
       ELSE coalesce(r.plan -> 'departments' @> jsonb_build_array(jsonb_build_object('department', k.approval_key)), false) END AS is_planned,
       a.status,
       b.id AS base_id,
       b.revision_number AS base_revision,
       b.imported AS base_imported,
       coalesce(b.approval_level, '') AS base_level,
       k.approval_key = 'business' AND coalesce(bl.rank < nl.rank, false) AS is_below,
       EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = r.deal_id AND w.user_id IN (a.completed_by, a.on_behalf_of))
         OR coalesce(r.submitted_by IN (a.completed_by, a.on_behalf_of), false) AS decider_wrote
FROM dealdesk.deal_revisions r
CROSS JOIN dealdesk.approval_keys k
LEFT JOIN LATERAL (SELECT o.id, o.status, o.carried_from, o.completed_by, o.on_behalf_of
                   FROM dealdesk.deal_approvals o
                   WHERE o.deal_id = r.deal_id AND o.revision_number < r.revision_number AND o.status IN ('approved', 'revision_requested')
                     AND CASE o.approval_stage WHEN 2 THEN 'business' ELSE o.department END = k.approval_key
                   ORDER BY o.revision_number DESC, o.id DESC
                   LIMIT 1) a ON true
LEFT JOIN dealdesk.deal_approvals b ON b.id = coalesce(a.carried_from, a.id)
LEFT JOIN dealdesk.approval_levels bl ON bl.code = b.approval_level
LEFT JOIN dealdesk.approval_levels nl ON nl.code = r.plan ->> 'level';

-- What was worked out when the revision was sent in (guards/12_reapproval.sql).
CREATE VIEW dealdesk.deal_reapproval WITH (security_invoker = true) AS
SELECT s.deal_id, s.revision_number, s.approval_key, nullif(s.level, '') AS level, s.outcome, s.cause, s.base_approval_id
FROM dealdesk.reapproval_steps s;

-- Approvals that stand and are not in the new revision yet. Whoever has come to own or write the deal meanwhile approves nothing.
CREATE VIEW dealdesk.approvals_to_carry WITH (security_invoker = true) AS
SELECT s.deal_id, s.revision_number, s.approval_key, s.level, b.id AS carried_from, b.completed_by, b.completed_at, b.comments, b.on_behalf_of, b.due_date
FROM dealdesk.reapproval_steps s
JOIN dealdesk.deal_approvals b ON b.id = s.base_approval_id
WHERE s.outcome = 'carried'
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_writers w WHERE w.deal_id = s.deal_id AND w.user_id IN (b.completed_by, b.on_behalf_of));
