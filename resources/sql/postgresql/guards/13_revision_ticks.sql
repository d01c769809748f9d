-- The owner ticks what a standing request named. Marks of what was read never go back.

CREATE FUNCTION dealdesk_steps.guard_revision_ticks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- whoever takes a request back takes the ticks off
    IF NEW.is_done THEN
        PERFORM dealdesk_steps.require_own_name(NEW.ticked_by);
    END IF;
    PERFORM dealdesk_steps.refuse_if(
        (TG_OP = 'UPDATE' AND (NEW.approval_id, NEW.path) IS DISTINCT FROM (OLD.approval_id, OLD.path))
        OR NOT EXISTS (SELECT 1 FROM dealdesk.open_points p
                       WHERE p.approval_id = NEW.approval_id AND p.path = NEW.path
                         AND (p.owner_id = NEW.ticked_by OR (TG_OP = 'UPDATE' AND NOT NEW.is_done))),
        'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER revision_ticks_true BEFORE INSERT OR UPDATE ON dealdesk.revision_ticks
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_revision_ticks();
CREATE TRIGGER revision_ticks_no_delete BEFORE DELETE ON dealdesk.revision_ticks
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();

CREATE FUNCTION dealdesk_steps.tell_deal_of_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.tell_change('deal', (SELECT a.deal_id FROM dealdesk.deal_approvals a WHERE a.id = NEW.approval_id));
    RETURN NULL;
END $$;

CREATE TRIGGER revision_ticks_told AFTER INSERT OR UPDATE ON dealdesk.revision_ticks
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.tell_deal_of_approval();

CREATE FUNCTION dealdesk_steps.guard_notice_marks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.require_own_name(NEW.user_id);
    PERFORM dealdesk_steps.refuse_if(
        TG_OP = 'UPDATE' AND (NEW.user_id IS DISTINCT FROM OLD.user_id OR NEW.read_up_to < OLD.read_up_to), 'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER notice_marks_own BEFORE INSERT OR UPDATE ON dealdesk.notice_marks
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_notice_marks();
CREATE TRIGGER notice_marks_no_delete BEFORE DELETE ON dealdesk.notice_marks
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
