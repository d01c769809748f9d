-- A step of the clock is written when it is due, once, as of now, and for ever. Who is added by an escalation has it in the deal's history.

CREATE TRIGGER approval_clock_steps_due BEFORE INSERT ON approval_clock_steps
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate')
    WHERE EXISTS (SELECT 1 FROM approval_clock_steps s WHERE s.id = NEW.id OR (s.approval_id = NEW.approval_id AND s.step = NEW.step));
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NEW.noticed_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
       OR NOT EXISTS (SELECT 1 FROM clock_steps_due s
                      WHERE s.approval_id = NEW.approval_id AND s.deal_id = NEW.deal_id AND s.step = NEW.step AND s.due_at = NEW.due_at
                        AND s.escalated_to IS NEW.escalated_to AND s.escalated_level IS NEW.escalated_level);
END;

CREATE TRIGGER approval_clock_steps_escalated AFTER INSERT ON approval_clock_steps
WHEN NEW.step = 'escalation'
BEGIN
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments)
    VALUES (NEW.approval_id, NEW.deal_id, 'escalate', NULL, 'Deal Desk',
            coalesce((SELECT p.display_name FROM people p WHERE p.id = NEW.escalated_to),
                     (SELECT l.display_name FROM approval_levels l WHERE l.code = NEW.escalated_level)));
END;

CREATE TRIGGER approval_clock_steps_no_update BEFORE UPDATE ON approval_clock_steps
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER approval_clock_steps_no_delete BEFORE DELETE ON approval_clock_steps
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;
