-- History tells what happened, so a line of it needs the thing to have happened. Imported lines come with their deal, never later.

CREATE TRIGGER deal_status_history_true BEFORE INSERT ON deal_status_history
WHEN NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.is_being_imported)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden') WHERE NEW.imported <> 0;
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    WHERE NEW.status IS NOT (SELECT d.status FROM deals d WHERE d.id = NEW.deal_id)
       OR NEW.status IS NEW.previous_status
       OR (NEW.previous_status IS NOT (SELECT h.status FROM deal_status_history h WHERE h.deal_id = NEW.deal_id ORDER BY h.id DESC LIMIT 1)
           AND NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.is_as_imported));
END;

CREATE TRIGGER approval_actions_true BEFORE INSERT ON approval_actions
WHEN NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.is_being_imported)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NEW.imported <> 0
       OR NOT EXISTS (SELECT 1 FROM deal_approvals a WHERE a.id = NEW.approval_id AND a.deal_id = NEW.deal_id);
    -- a line of the clock itself, once
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NEW.action_type = 'escalate'
      AND (NEW.performed_by IS NOT NULL
           OR NOT EXISTS (SELECT 1 FROM approval_clock_steps s WHERE s.approval_id = NEW.approval_id AND s.step = 'escalation')
           OR EXISTS (SELECT 1 FROM approval_actions x WHERE x.approval_id = NEW.approval_id AND x.action_type = 'escalate'));
    SELECT RAISE(ABORT, 'dealdesk:already_decided')
    WHERE NEW.action_type IN ('approve', 'reject', 'request_revision')
      AND (EXISTS (SELECT 1 FROM approval_actions x WHERE x.approval_id = NEW.approval_id AND x.action_type IN ('approve', 'reject', 'request_revision')
                     AND x.id > coalesce((SELECT max(y.id) FROM approval_actions y
                                          WHERE y.approval_id = NEW.approval_id AND y.action_type = 'rescind'), 0))
           OR NOT EXISTS (SELECT 1 FROM deal_approvals a
                          WHERE a.id = NEW.approval_id AND a.completed_by = NEW.performed_by AND a.carried_from IS NULL
                            AND a.status = CASE NEW.action_type WHEN 'approve' THEN 'approved' WHEN 'reject' THEN 'rejected'
                                                                ELSE 'revision_requested' END));
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NEW.action_type = 'carry_forward'
      AND (EXISTS (SELECT 1 FROM approval_actions x WHERE x.approval_id = NEW.approval_id AND x.action_type = 'carry_forward')
           OR NOT EXISTS (SELECT 1 FROM deal_approvals a WHERE a.id = NEW.approval_id AND a.carried_from IS NOT NULL));
END;

-- "B for A" is told of a decision that was made so, of what follows from it, and of a task that is taken by a delegate.
CREATE TRIGGER approval_actions_true_delegate BEFORE INSERT ON approval_actions
WHEN NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.is_being_imported)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE CASE WHEN NEW.action_type IN ('approve', 'reject', 'request_revision')
               THEN NEW.on_behalf_of_name IS NOT (SELECT p.display_name FROM deal_approvals a JOIN people p ON p.id = a.on_behalf_of WHERE a.id = NEW.approval_id)
               ELSE NEW.on_behalf_of_name IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM deal_approvals a JOIN people p ON p.id = a.on_behalf_of
                                    WHERE a.id = NEW.approval_id AND p.display_name = NEW.on_behalf_of_name)
                    AND NOT EXISTS (SELECT 1 FROM approval_actions x
                                    WHERE x.approval_id = NEW.approval_id AND x.performed_by = NEW.performed_by
                                      AND x.on_behalf_of_name = NEW.on_behalf_of_name)
                    AND NOT EXISTS (SELECT 1 FROM delegated_authority c JOIN people p ON p.id = c.on_behalf_of
                                    WHERE c.approval_id = NEW.approval_id AND c.user_id = NEW.performed_by
                                      AND p.display_name = NEW.on_behalf_of_name) END;
END;

-- A deal that is already here is not made an imported one.
CREATE TRIGGER import_sources_new_deal BEFORE INSERT ON import_sources
WHEN NEW.kind IN ('deal', 'scoping_request') AND EXISTS (SELECT 1 FROM deals d WHERE d.id = NEW.target_id)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;
