-- What the commands and guards ask about a deal's state.

CREATE VIEW dealdesk.deal_states WITH (security_invoker = true) AS
SELECT d.id AS deal_id,
       d.status,
       d.owner_id,
       d.revision_count + 1 AS revision_number, -- of the submission under way; the first is 1
       d.status IN ('draft', 'negotiating') AND d.can_edit AS is_editable,
       d.status = 'draft' AND d.draft_expires_at < statement_timestamp() AS is_expired,
       EXISTS (SELECT 1 FROM dealdesk.import_sources s
               WHERE s.kind IN ('deal', 'scoping_request') AND s.target_id = d.id
                 AND NOT EXISTS (SELECT 1 FROM dealdesk.command_log l WHERE l.deal_id = d.id AND l.verb = 'import')) AS is_being_imported,
       -- all of its history so far was told by the prototype, which may have left out steps
       EXISTS (SELECT 1 FROM dealdesk.import_sources s WHERE s.kind IN ('deal', 'scoping_request') AND s.target_id = d.id)
         AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_status_history h WHERE h.deal_id = d.id AND NOT h.imported) AS is_as_imported
FROM dealdesk.deals d;

-- The departments and the level that the current submission was frozen with.
CREATE VIEW dealdesk.deal_frozen_departments WITH (security_invoker = true) AS
SELECT r.deal_id, r.revision_number, f.value ->> 'department' AS department, f.value -> 'reasons' AS reasons
FROM dealdesk.deal_revisions r
CROSS JOIN LATERAL jsonb_array_elements(r.plan -> 'departments') f (value);

-- One row when every department of the current revision has approved, or its approval was carried forward.
CREATE VIEW dealdesk.deals_past_stage_1 WITH (security_invoker = true) AS
SELECT s.deal_id, s.revision_number
FROM dealdesk.deal_states s
JOIN dealdesk.deal_revisions r ON r.deal_id = s.deal_id AND r.revision_number = s.revision_number
WHERE NOT EXISTS (SELECT 1 FROM dealdesk.deal_frozen_departments f
                  WHERE f.deal_id = r.deal_id AND f.revision_number = r.revision_number
                    AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals a
                                    WHERE a.deal_id = r.deal_id AND a.revision_number = r.revision_number AND a.approval_stage = 1
                                      AND a.department = f.department AND a.status = 'approved'))
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals a
                  WHERE a.deal_id = r.deal_id AND a.revision_number = r.revision_number AND a.approval_stage = 1
                    AND a.status NOT IN ('approved', 'not_required'));

-- One row when the level has decided as well: only such a deal becomes approved.
CREATE VIEW dealdesk.deals_fully_approved WITH (security_invoker = true) AS
SELECT r.deal_id
FROM dealdesk.deals_past_stage_1 r
WHERE EXISTS (SELECT 1 FROM dealdesk.deal_approvals a
              WHERE a.deal_id = r.deal_id AND a.revision_number = r.revision_number AND a.approval_stage = 2 AND a.status = 'approved')
  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals a
                  WHERE a.deal_id = r.deal_id AND a.revision_number = r.revision_number AND a.status NOT IN ('approved', 'not_required', 'withdrawn'));
