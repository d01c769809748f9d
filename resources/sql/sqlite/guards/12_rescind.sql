-- A decision is taken back by whoever made it, only as long as nobody has gone on from it, and never without its line in the history. The reopened
-- task's comment is the reason; the next decision writes over it.

CREATE TRIGGER deal_approvals_rescind BEFORE UPDATE ON deal_approvals
WHEN OLD.status IN ('approved', 'revision_requested') AND NEW.status = 'pending'
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    WHERE NOT EXISTS (SELECT 1 FROM approvals_to_rescind r WHERE r.approval_id = OLD.id);
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NEW.completed_by IS NOT NULL OR NEW.completed_at IS NOT NULL OR NEW.on_behalf_of IS NOT NULL OR NEW.carried_from IS NOT NULL
       OR NEW.revision_reason IS NOT NULL OR (NEW.assigned_to IS NOT NULL AND NEW.assigned_to IS NOT OLD.completed_by);
END;

CREATE TRIGGER deal_approvals_rescinded AFTER UPDATE ON deal_approvals
WHEN OLD.status IN ('approved', 'revision_requested') AND NEW.status = 'pending'
BEGIN
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments, on_behalf_of_name)
    SELECT NEW.id, NEW.deal_id, 'rescind', p.id, p.display_name, NEW.comments, (SELECT b.display_name FROM people b WHERE b.id = OLD.on_behalf_of)
    FROM people p
    WHERE p.id = OLD.completed_by;
END;

-- Only what was decided last, and by whoever decided it.
CREATE TRIGGER approval_actions_rescind BEFORE INSERT ON approval_actions
WHEN NEW.action_type = 'rescind'
 AND NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.is_being_imported)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NOT EXISTS (SELECT 1 FROM deal_approvals a WHERE a.id = NEW.approval_id AND a.status = 'pending')
       OR (SELECT x.action_type IN ('approve', 'request_revision') AND x.performed_by IS NEW.performed_by
           FROM approval_actions x
           WHERE x.approval_id = NEW.approval_id AND x.action_type IN ('approve', 'reject', 'request_revision', 'rescind')
           ORDER BY x.id DESC
           LIMIT 1) IS NOT 1;
END;

-- An approved deal goes back only when its approval was taken back.
CREATE TRIGGER deals_status_rescinded BEFORE UPDATE ON deals
WHEN OLD.status = 'approved' AND NEW.status = 'under_review'
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition') WHERE EXISTS (SELECT 1 FROM deals_fully_approved f WHERE f.deal_id = OLD.id);
END;
