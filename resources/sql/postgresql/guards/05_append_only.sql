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
