-- Who stands and who is asked again when a deal comes back: domain.md "Smart re-approval", docs/decisions/0011, the same as domain/reapproval.cpp.

-- Everybody's last word before a revision, and what that revision asks of them. base_* is the approval that really looked at figures.
CREATE VIEW approval_last_words AS
SELECT r.deal_id,
       r.revision_number,
       k.approval_key,
       CASE k.approval_key WHEN 'business' THEN coalesce((SELECT value FROM json_each(r.plan, '$.level')), '') ELSE '' END AS level,
       CASE k.approval_key
       WHEN 'business' THEN EXISTS (SELECT 1 FROM json_each(r.plan, '$.level') j WHERE j.value <> '')
       ELSE EXISTS (SELECT 1 FROM deal_frozen_departments f
                    WHERE f.deal_id = r.deal_id AND f.revision_number = r.revision_number AND f.department = k.approval_key) END AS is_planned,
       a.status,
       b.id AS base_id,
       b.revision_number AS base_revision,
       b.imported AS base_imported,
       coalesce(b.approval_level, '') AS base_level,
       k.approval_key = 'business' AND coalesce(bl.rank < nl.rank, 0) AS is_below,
       EXISTS (SELECT 1 FROM deal_writers w WHERE w.deal_id = r.deal_id AND w.user_id IN (a.completed_by, a.on_behalf_of))
         OR coalesce(r.submitted_by IN (a.completed_by, a.on_behalf_of), 0) AS decider_wrote
FROM deal_revisions r
CROSS JOIN approval_keys k
LEFT JOIN deal_approvals a ON a.id = (SELECT o.id FROM deal_approvals o
                                      WHERE o.deal_id = r.deal_id AND o.revision_number < r.revision_number
                                        AND o.status IN ('approved', 'revision_requested')
                                        AND CASE o.approval_stage WHEN 2 THEN 'business' ELSE o.department END = k.approval_key
                                      ORDER BY o.revision_number DESC, o.id DESC LIMIT 1)
LEFT JOIN deal_approvals b ON b.id = coalesce(a.carried_from, a.id)
LEFT JOIN approval_levels bl ON bl.code = b.approval_level
LEFT JOIN approval_levels nl ON nl.code = (SELECT value FROM json_each(r.plan, '$.level'));

-- What was worked out when the revision was sent in (guards/12_reapproval.sql).
CREATE VIEW deal_reapproval AS
SELECT s.deal_id, s.revision_number, s.approval_key, nullif(s.level, '') AS level, s.outcome, s.cause, s.base_approval_id
FROM reapproval_steps s;

-- Approvals that stand and are not in the new revision yet. Whoever has come to own or write the deal meanwhile approves nothing.
CREATE VIEW approvals_to_carry AS
SELECT s.deal_id, s.revision_number, s.approval_key, s.level, b.id AS carried_from, b.completed_by, b.completed_at, b.comments, b.on_behalf_of, b.due_date
FROM reapproval_steps s
JOIN deal_approvals b ON b.id = s.base_approval_id
WHERE s.outcome = 'carried'
  AND NOT EXISTS (SELECT 1 FROM deal_writers w WHERE w.deal_id = s.deal_id AND w.user_id IN (b.completed_by, b.on_behalf_of));
