-- What is written once and for all. ON CONFLICT DO UPDATE is an update and refused with them.

CREATE TRIGGER deal_status_history_append_only BEFORE UPDATE OR DELETE ON dealdesk.deal_status_history
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
CREATE TRIGGER approval_actions_append_only BEFORE UPDATE OR DELETE ON dealdesk.approval_actions
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
CREATE TRIGGER deal_comments_append_only BEFORE UPDATE OR DELETE ON dealdesk.deal_comments
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
CREATE TRIGGER deal_revisions_append_only BEFORE UPDATE OR DELETE ON dealdesk.deal_revisions
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
CREATE TRIGGER import_sources_append_only BEFORE UPDATE OR DELETE ON dealdesk.import_sources
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
CREATE TRIGGER deal_editors_append_only BEFORE UPDATE OR DELETE ON dealdesk.deal_editors
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();

-- The command log: a row begins without its result and gets it once, in the same transaction.
CREATE TRIGGER command_log_no_delete BEFORE DELETE ON dealdesk.command_log
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();

CREATE FUNCTION dealdesk_steps.guard_command_log() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM dealdesk_steps.require_own_name(NEW.actor_id);
        RETURN NEW;
    END IF;
    PERFORM dealdesk_steps.refuse_if(
        OLD.result IS NOT NULL OR NEW.result IS NULL
        OR (NEW.command_id, NEW.actor_id, NEW.verb, NEW.digest, NEW.created_at)
           IS DISTINCT FROM (OLD.command_id, OLD.actor_id, OLD.verb, OLD.digest, OLD.created_at)
        OR (OLD.deal_id IS NOT NULL AND NEW.deal_id IS DISTINCT FROM OLD.deal_id),
        'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER command_log_true BEFORE INSERT OR UPDATE ON dealdesk.command_log
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_command_log();

CREATE FUNCTION dealdesk_steps.guard_command_log_result() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(
        EXISTS (SELECT 1 FROM dealdesk.command_log l WHERE l.command_id = NEW.command_id AND l.result IS NULL), 'forbidden');
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER command_log_result AFTER INSERT ON dealdesk.command_log DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.result IS NULL) EXECUTE FUNCTION dealdesk_steps.guard_command_log_result();

-- A delegation is ended once; nothing else about it changes. It is entered and ended in one's own name.
CREATE TRIGGER delegations_no_delete BEFORE DELETE ON dealdesk.delegations
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();

CREATE FUNCTION dealdesk_steps.guard_delegations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM dealdesk_steps.require_own_name(NEW.created_by);
        PERFORM dealdesk_steps.refuse_if(NEW.ended_at IS NOT NULL OR NEW.ended_by IS NOT NULL, 'forbidden');
        RETURN NEW;
    END IF;
    PERFORM dealdesk_steps.require_own_name(NEW.ended_by);
    PERFORM dealdesk_steps.refuse_if(
        OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by IS NULL
        OR (NEW.id, NEW.delegator_id, NEW.delegate_id, NEW.starts_at, NEW.ends_at, NEW.scope, NEW.department, NEW.approval_level, NEW.limit_amount,
            NEW.out_of_office, NEW.comment, NEW.created_by, NEW.created_at)
           IS DISTINCT FROM
           (OLD.id, OLD.delegator_id, OLD.delegate_id, OLD.starts_at, OLD.ends_at, OLD.scope, OLD.department, OLD.approval_level, OLD.limit_amount,
            OLD.out_of_office, OLD.comment, OLD.created_by, OLD.created_at),
        'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER delegations_true BEFORE INSERT OR UPDATE ON dealdesk.delegations
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_delegations();
