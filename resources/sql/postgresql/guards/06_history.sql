-- History tells what happened, so a line of it needs the thing to have happened. Imported lines come with their deal, never later.

CREATE FUNCTION dealdesk_steps.guard_history_true() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF dealdesk_steps.is_being_imported(NEW.deal_id) THEN
        RETURN NEW;
    END IF;
    PERFORM dealdesk_steps.refuse_if(NEW.imported, 'forbidden');
    PERFORM dealdesk_steps.require_own_name(NEW.performed_by);
    PERFORM dealdesk_steps.refuse_if(
        NEW.status IS DISTINCT FROM (SELECT d.status FROM dealdesk.deals d WHERE d.id = NEW.deal_id)
        OR NEW.status IS NOT DISTINCT FROM NEW.previous_status
        OR (NEW.previous_status
            IS DISTINCT FROM (SELECT h.status FROM dealdesk.deal_status_history h WHERE h.deal_id = NEW.deal_id ORDER BY h.id DESC LIMIT 1)
            AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_states s WHERE s.deal_id = NEW.deal_id AND s.is_as_imported)),
        'illegal_transition', jsonb_build_object('from', NEW.previous_status, 'to', NEW.status));
    RETURN NEW;
END $$;

CREATE TRIGGER deal_status_history_true BEFORE INSERT ON dealdesk.deal_status_history
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_history_true();

CREATE FUNCTION dealdesk_steps.guard_actions_true() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF dealdesk_steps.is_being_imported(NEW.deal_id) THEN
        RETURN NEW;
    END IF;
    PERFORM dealdesk_steps.refuse_if(
        NEW.imported OR NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals a WHERE a.id = NEW.approval_id AND a.deal_id = NEW.deal_id), 'forbidden');
    IF NEW.action_type = 'escalate' THEN -- a line of the clock itself, once
        PERFORM dealdesk_steps.refuse_if(
            NEW.performed_by IS NOT NULL
            OR NOT EXISTS (SELECT 1 FROM dealdesk.approval_clock_steps s WHERE s.approval_id = NEW.approval_id AND s.step = 'escalation')
            OR EXISTS (SELECT 1 FROM dealdesk.approval_actions x WHERE x.approval_id = NEW.approval_id AND x.action_type = 'escalate'),
            'forbidden');
    ELSE
        PERFORM dealdesk_steps.require_own_name(NEW.performed_by);
    END IF;
    PERFORM dealdesk_steps.refuse_if(
        NEW.action_type IN ('approve', 'reject', 'request_revision')
        AND (EXISTS (SELECT 1 FROM dealdesk.approval_actions x
                     WHERE x.approval_id = NEW.approval_id AND x.action_type IN ('approve', 'reject', 'request_revision')
                       AND x.id > coalesce((SELECT max(y.id) FROM dealdesk.approval_actions y
                                            WHERE y.approval_id = NEW.approval_id AND y.action_type = 'rescind'), 0))
             OR NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals a
                            WHERE a.id = NEW.approval_id AND a.completed_by = NEW.performed_by AND a.carried_from IS NULL
                              AND a.status = CASE NEW.action_type WHEN 'approve' THEN 'approved' WHEN 'reject' THEN 'rejected'
                                                                  ELSE 'revision_requested' END)),
        'already_decided');
    -- "B for A" is told of a decision that was made so, of what follows from it, and of a task that is taken by a delegate
    PERFORM dealdesk_steps.refuse_if(
        CASE WHEN NEW.action_type IN ('approve', 'reject', 'request_revision')
             THEN NEW.on_behalf_of_name IS DISTINCT FROM (SELECT p.display_name FROM dealdesk.deal_approvals a JOIN dealdesk.people p ON p.id = a.on_behalf_of
                                                          WHERE a.id = NEW.approval_id)
             ELSE NEW.on_behalf_of_name IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals a JOIN dealdesk.people p ON p.id = a.on_behalf_of
                                  WHERE a.id = NEW.approval_id AND p.display_name = NEW.on_behalf_of_name)
                  AND NOT EXISTS (SELECT 1 FROM dealdesk.approval_actions x
                                  WHERE x.approval_id = NEW.approval_id AND x.performed_by = NEW.performed_by
                                    AND x.on_behalf_of_name = NEW.on_behalf_of_name)
                  AND NOT EXISTS (SELECT 1 FROM dealdesk.delegated_authority c JOIN dealdesk.people p ON p.id = c.on_behalf_of
                                  WHERE c.approval_id = NEW.approval_id AND c.user_id = NEW.performed_by
                                    AND p.display_name = NEW.on_behalf_of_name) END,
        'forbidden');
    PERFORM dealdesk_steps.refuse_if(
        NEW.action_type = 'carry_forward'
        AND (EXISTS (SELECT 1 FROM dealdesk.approval_actions x WHERE x.approval_id = NEW.approval_id AND x.action_type = 'carry_forward')
             OR NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals a WHERE a.id = NEW.approval_id AND a.carried_from IS NOT NULL)),
        'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER approval_actions_true BEFORE INSERT ON dealdesk.approval_actions
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_actions_true();

-- Nobody puts words into somebody else's mouth, or makes somebody else a writer of a deal.
CREATE FUNCTION dealdesk_steps.guard_comments_true() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT dealdesk_steps.is_being_imported(NEW.deal_id) THEN
        PERFORM dealdesk_steps.require_own_name(NEW.author_id);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER deal_comments_true BEFORE INSERT ON dealdesk.deal_comments
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_comments_true();

CREATE FUNCTION dealdesk_steps.guard_editors_true() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT dealdesk_steps.is_being_imported(NEW.deal_id) THEN
        PERFORM dealdesk_steps.require_own_name(NEW.user_id);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER deal_editors_true BEFORE INSERT ON dealdesk.deal_editors
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_editors_true();

-- Old data comes by the import command alone, which is under way in this transaction, and a deal that is already here is not made an imported one.
CREATE FUNCTION dealdesk_steps.guard_import_sources() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(
        NOT EXISTS (SELECT 1 FROM dealdesk.command_log l WHERE l.verb = 'import' AND l.result IS NULL)
        OR (NEW.kind IN ('deal', 'scoping_request') AND EXISTS (SELECT 1 FROM dealdesk.deals d WHERE d.id = NEW.target_id)),
        'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER import_sources_true BEFORE INSERT ON dealdesk.import_sources
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_import_sources();
