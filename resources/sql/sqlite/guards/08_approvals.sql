-- A task is opened as the frozen plan says, decided once, by somebody who may, and never goes away.

CREATE TRIGGER deal_approvals_no_delete BEFORE DELETE ON deal_approvals
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER deal_approvals_no_replace BEFORE INSERT ON deal_approvals
WHEN EXISTS (SELECT 1 FROM deal_approvals a WHERE a.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate');
END;

CREATE TRIGGER deal_approvals_open BEFORE INSERT ON deal_approvals
WHEN NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.is_being_imported)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NEW.imported <> 0
       OR NOT EXISTS (SELECT 1 FROM deal_states s
                      WHERE s.deal_id = NEW.deal_id AND s.status IN ('submitted', 'under_review') AND s.revision_number = NEW.revision_number)
       OR EXISTS (SELECT 1 FROM deal_approvals a
                  WHERE a.deal_id = NEW.deal_id AND a.revision_number = NEW.revision_number AND a.approval_stage = NEW.approval_stage
                    AND ((a.approval_stage = 1 AND a.department = NEW.department)
                         OR (a.approval_stage = 2 AND a.status <> 'withdrawn' AND (a.status <> 'not_required' OR NEW.status = 'not_required'))));
    -- open, or what became of an earlier approval when the revision was sent in
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NOT coalesce(CASE NEW.status
                       WHEN 'pending' THEN NEW.completed_by IS NULL AND NEW.completed_at IS NULL AND NEW.on_behalf_of IS NULL
                                           AND NEW.carried_from IS NULL
                       WHEN 'approved' THEN NEW.revision_reason IS NULL
                                            AND EXISTS (SELECT 1 FROM approvals_to_carry c
                                                        WHERE c.deal_id = NEW.deal_id AND c.revision_number = NEW.revision_number
                                                          AND c.approval_key = CASE NEW.approval_stage WHEN 2 THEN 'business' ELSE NEW.department END
                                                          AND c.carried_from = NEW.carried_from AND c.completed_by IS NEW.completed_by
                                                          AND c.completed_at IS NEW.completed_at AND c.comments IS NEW.comments
                                                          AND c.on_behalf_of IS NEW.on_behalf_of)
                       WHEN 'not_required' THEN NEW.completed_by IS NULL AND NEW.completed_at IS NULL AND NEW.on_behalf_of IS NULL
                                                AND NEW.carried_from IS NULL
                                                AND EXISTS (SELECT 1 FROM reapproval_steps s
                                                            WHERE s.deal_id = NEW.deal_id AND s.revision_number = NEW.revision_number
                                                              AND s.outcome = 'not_required' AND s.level = coalesce(NEW.approval_level, '')
                                                              AND s.approval_key = CASE NEW.approval_stage WHEN 2 THEN 'business' ELSE NEW.department END)
                       END, 0);
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NEW.status <> 'not_required'
      AND NOT (NEW.approval_stage = 1 AND NEW.required_role = 'department_reviewer' AND NEW.approval_level IS NULL
               AND EXISTS (SELECT 1 FROM deal_frozen_departments f
                           WHERE f.deal_id = NEW.deal_id AND f.revision_number = NEW.revision_number AND f.department = NEW.department))
      AND NOT (NEW.approval_stage = 2 AND NEW.required_role = 'approver'
               AND EXISTS (SELECT 1 FROM deals_past_stage_1 p WHERE p.deal_id = NEW.deal_id)
               AND NEW.approval_level = (SELECT (SELECT value FROM json_each(r.plan, '$.level')) FROM deal_revisions r
                                         WHERE r.deal_id = NEW.deal_id AND r.revision_number = NEW.revision_number));
END;

CREATE TRIGGER deal_approvals_decided BEFORE UPDATE ON deal_approvals
WHEN OLD.status IS NOT 'pending' AND NOT (NEW.status IS 'pending' AND OLD.status IN ('approved', 'revision_requested'))
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:already_decided');
END;

CREATE TRIGGER deal_approvals_identity BEFORE UPDATE ON deal_approvals
WHEN (NEW.id, NEW.deal_id, NEW.revision_number, NEW.approval_stage, NEW.department, NEW.approval_level, NEW.required_role, NEW.reasons,
      NEW.imported, NEW.created_at, NEW.carried_from)
     IS NOT
     (OLD.id, OLD.deal_id, OLD.revision_number, OLD.approval_stage, OLD.department, OLD.approval_level, OLD.required_role, OLD.reasons,
      OLD.imported, OLD.created_at, OLD.carried_from)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

-- Nobody has decided a task that is open or withdrawn.
CREATE TRIGGER deal_approvals_undecided BEFORE UPDATE ON deal_approvals
WHEN OLD.status = 'pending' AND NEW.status NOT IN ('approved', 'revision_requested', 'rejected')
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden') WHERE NEW.completed_by IS NOT NULL OR NEW.on_behalf_of IS NOT NULL OR NEW.status NOT IN ('pending', 'withdrawn');
END;

CREATE TRIGGER deal_approvals_decide BEFORE UPDATE ON deal_approvals
WHEN OLD.status = 'pending' AND NEW.status IN ('approved', 'revision_requested', 'rejected')
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    WHERE NOT EXISTS (SELECT 1 FROM deal_states s
                      WHERE s.deal_id = OLD.deal_id AND s.revision_number = OLD.revision_number
                        AND s.status IN ('submitted', 'under_review', 'negotiating'))
       OR (OLD.approval_stage = 2 AND NOT EXISTS (SELECT 1 FROM deals_past_stage_1 p WHERE p.deal_id = OLD.deal_id));
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NOT EXISTS (SELECT 1 FROM approval_authority c WHERE c.approval_id = OLD.id AND c.user_id = NEW.completed_by AND c.on_behalf_of IS NEW.on_behalf_of)
       OR (NEW.status = 'rejected' AND OLD.approval_stage = 1 AND OLD.department <> 'legal');
    SELECT RAISE(ABORT, 'dealdesk:separation_of_duties')
    WHERE EXISTS (SELECT 1 FROM approval_conflicts x WHERE x.approval_id = OLD.id AND x.user_id IN (NEW.completed_by, NEW.on_behalf_of));
    SELECT RAISE(ABORT, 'dealdesk:reason_required')
    WHERE NEW.status <> 'approved' AND trim(coalesce(NEW.revision_reason, '')) = '';
    SELECT RAISE(ABORT, 'dealdesk:invalid') WHERE NEW.completed_at IS NULL;
END;
