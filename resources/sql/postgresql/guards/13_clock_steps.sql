-- A step of the clock is written when it is due, once, as of now, and for ever. Who is added by an escalation has it in the deal's history.

CREATE TRIGGER approval_clock_steps_append_only BEFORE UPDATE OR DELETE ON dealdesk.approval_clock_steps
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();

CREATE FUNCTION dealdesk_steps.guard_clock_steps() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.noticed_at := clock_timestamp();
    PERFORM dealdesk_steps.refuse_if(
        NOT EXISTS (SELECT 1 FROM dealdesk.clock_steps_due s
                    WHERE s.approval_id = NEW.approval_id AND s.deal_id = NEW.deal_id AND s.step = NEW.step AND s.due_at = NEW.due_at
                      AND s.escalated_to IS NOT DISTINCT FROM NEW.escalated_to AND s.escalated_level IS NOT DISTINCT FROM NEW.escalated_level),
        'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER approval_clock_steps_due BEFORE INSERT ON dealdesk.approval_clock_steps
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_clock_steps();

CREATE FUNCTION dealdesk_steps.tell_escalation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments)
    VALUES (NEW.approval_id, NEW.deal_id, 'escalate', NULL, 'Deal Desk',
            coalesce((SELECT p.display_name FROM dealdesk.people p WHERE p.id = NEW.escalated_to),
                     (SELECT l.display_name FROM dealdesk.approval_levels l WHERE l.code = NEW.escalated_level)));
    RETURN NULL;
END $$;

CREATE TRIGGER approval_clock_steps_escalated AFTER INSERT ON dealdesk.approval_clock_steps
FOR EACH ROW WHEN (NEW.step = 'escalation') EXECUTE FUNCTION dealdesk_steps.tell_escalation();

CREATE TRIGGER approval_clock_steps_told AFTER INSERT ON dealdesk.approval_clock_steps
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.tell_part_of_deal();
CREATE TRIGGER calendars_told AFTER INSERT OR UPDATE ON dealdesk.calendars
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.tell_reference();
