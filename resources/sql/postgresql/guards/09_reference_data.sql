-- Whatever changes the routing moves the policy's version, so that a plan made before is refused. People are never deleted.

CREATE FUNCTION dealdesk_steps.move_policy() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE dealdesk.policy SET version = version + 1, updated_at = clock_timestamp();
    RETURN NULL;
END $$;

CREATE TRIGGER approval_levels_move_policy AFTER INSERT OR UPDATE ON dealdesk.approval_levels
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.move_policy();
CREATE TRIGGER approval_departments_move_policy AFTER INSERT OR UPDATE ON dealdesk.approval_departments
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.move_policy();

CREATE FUNCTION dealdesk_steps.guard_policy_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(NEW.version <= OLD.version, 'stale', jsonb_build_object('version', OLD.version));
    RETURN NEW;
END $$;

CREATE TRIGGER policy_version BEFORE UPDATE ON dealdesk.policy
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_policy_version();

CREATE FUNCTION dealdesk_steps.guard_users() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(TG_OP = 'UPDATE' AND NEW.id IS DISTINCT FROM OLD.id, 'forbidden');
    PERFORM dealdesk_steps.refuse_if(
        EXISTS (SELECT 1 FROM dealdesk.users u WHERE u.id <> NEW.id AND lower(u.username) = lower(NEW.username)),
        'duplicate', '{"table": "users", "column": "username"}');
    PERFORM dealdesk_steps.refuse_if(
        EXISTS (SELECT 1 FROM dealdesk.users u WHERE u.id <> NEW.id AND lower(u.email) = lower(NEW.email)),
        'duplicate', '{"table": "users", "column": "email"}');
    RETURN NEW;
END $$;

CREATE TRIGGER users_unique BEFORE INSERT OR UPDATE ON dealdesk.users
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_users();

CREATE TRIGGER users_no_delete BEFORE DELETE ON dealdesk.users
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
CREATE TRIGGER approval_levels_no_delete BEFORE DELETE ON dealdesk.approval_levels
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
CREATE TRIGGER approval_departments_no_delete BEFORE DELETE ON dealdesk.approval_departments
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
CREATE TRIGGER policy_no_delete BEFORE DELETE ON dealdesk.policy
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
CREATE TRIGGER deployment_no_delete BEFORE DELETE ON dealdesk.deployment
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
