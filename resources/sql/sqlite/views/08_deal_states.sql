-- What the commands and guards ask about a deal's state.

CREATE VIEW deal_states AS
SELECT d.id AS deal_id,
       d.status,
       d.owner_id,
       d.revision_count + 1 AS revision_number, -- of the submission under way; the first is 1
       d.status IN ('draft', 'negotiating') AND d.can_edit AS is_editable,
       d.status = 'draft' AND d.draft_expires_at < strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS is_expired,
       EXISTS (SELECT 1 FROM import_sources s
               WHERE s.kind IN ('deal', 'scoping_request') AND s.target_id = d.id
                 AND NOT EXISTS (SELECT 1 FROM command_log l WHERE l.deal_id = d.id AND l.verb = 'import')) AS is_being_imported,
       -- all of its history so far was told by the prototype, which may have left out steps
       EXISTS (SELECT 1 FROM import_sources s WHERE s.kind IN ('deal', 'scoping_request') AND s.target_id = d.id)
         AND NOT EXISTS (SELECT 1 FROM deal_status_history h WHERE h.deal_id = d.id AND NOT h.imported) AS is_as_imported
FROM deals d;

-- The departments and the level that the current submission was frozen with.
CREATE VIEW deal_frozen_departments AS
SELECT r.deal_id, r.revision_number, (SELECT value FROM json_each(j.value, '$.department')) AS department, (SELECT value FROM json_each(j.value) WHERE key = 'reasons') AS reasons
FROM deal_revisions r
JOIN json_each(r.plan, '$.departments') j;

-- One row when every department of the current revision has approved, or its approval was carried forward.
CREATE VIEW deals_past_stage_1 AS
SELECT s.deal_id, s.revision_number
FROM deal_states s
JOIN deal_revisions r ON r.deal_id = s.deal_id AND r.revision_number = s.revision_number
WHERE NOT EXISTS (SELECT 1 FROM deal_frozen_departments f
                  WHERE f.deal_id = r.deal_id AND f.revision_number = r.revision_number
                    AND NOT EXISTS (SELECT 1 FROM deal_approvals a
                                    WHERE a.deal_id = r.deal_id AND a.revision_number = r.revision_number AND a.approval_stage = 1
                                      AND a.department = f.department AND a.status = 'approved'))
  AND NOT EXISTS (SELECT 1 FROM deal_approvals a
                  WHERE a.deal_id = r.deal_id AND a.revision_number = r.revision_number AND a.approval_stage = 1
                    AND a.status NOT IN ('approved', 'not_required'));

-- One row when the level has decided as well: only such a deal becomes approved.
CREATE VIEW deals_fully_approved AS
SELECT r.deal_id
FROM deals_past_stage_1 r
WHERE EXISTS (SELECT 1 FROM deal_approvals a
              WHERE a.deal_id = r.deal_id AND a.revision_number = r.revision_number AND a.approval_stage = 2 AND a.status = 'approved')
  AND NOT EXISTS (SELECT 1 FROM deal_approvals a
                  WHERE a.deal_id = r.deal_id AND a.revision_number = r.revision_number AND a.status NOT IN ('approved', 'not_required', 'withdrawn'));
