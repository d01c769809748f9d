-- A decision is taken back only as long as nobody has gone on from it, and never without its line in the history, which nobody but whoever made
-- it may write. The reopened task's comment is the reason; the next decision writes over it.

CREATE FUNCTION dealdesk_steps.guard_approvals_rescind() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM 1 FROM dealdesk.deals d WHERE d.id = OLD.deal_id FOR NO KEY UPDATE;
    PERFORM dealdesk_steps.refuse_if(
        NOT EXISTS (SELECT 1 FROM dealdesk.approvals_to_rescind r WHERE r.approval_id = OLD.id), 'illegal_transition');
    PERFORM dealdesk_steps.refuse_if(
        NEW.completed_by IS NOT NULL OR NEW.completed_at IS NOT NULL OR NEW.on_behalf_of IS NOT NULL OR NEW.carried_from IS NOT NULL
        OR NEW.revision_reason IS NOT NULL OR (NEW.assigned_to IS NOT NULL AND NEW.assigned_to IS DISTINCT FROM OLD.completed_by),
        'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER deal_approvals_rescind BEFORE UPDATE ON dealdesk.deal_approvals
FOR EACH ROW WHEN (OLD.status IN ('approved', 'revision_requested') AND NEW.status = 'pending')
EXECUTE FUNCTION dealdesk_steps.guard_approvals_rescind();

CREATE FUNCTION dealdesk_steps.note_rescinding() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments, on_behalf_of_name)
    SELECT NEW.id, NEW.deal_id, 'rescind', p.id, p.display_name, NEW.comments,
           (SELECT b.display_name FROM dealdesk.people b WHERE b.id = OLD.on_behalf_of)
    FROM dealdesk.people p
    WHERE p.id = OLD.completed_by;
    RETURN NULL;
END $$;

CREATE TRIGGER deal_approvals_rescinded AFTER UPDATE ON dealdesk.deal_approvals
FOR EACH ROW WHEN (OLD.status IN ('approved', 'revision_requested') AND NEW.status = 'pending')
EXECUTE FUNCTION dealdesk_steps.note_rescinding();

-- Only what was decided last, and by whoever decided it.
CREATE FUNCTION dealdesk_steps.guard_rescinding_true() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(
        NOT dealdesk_steps.is_being_imported(NEW.deal_id)
        AND (NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals a WHERE a.id = NEW.approval_id AND a.status = 'pending')
             OR coalesce((SELECT x.action_type NOT IN ('approve', 'request_revision') OR x.performed_by IS DISTINCT FROM NEW.performed_by
                          FROM dealdesk.approval_actions x
                          WHERE x.approval_id = NEW.approval_id AND x.action_type IN ('approve', 'reject', 'request_revision', 'rescind')
                          ORDER BY x.id DESC
                          LIMIT 1), true)),
        'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER approval_actions_rescind BEFORE INSERT ON dealdesk.approval_actions
FOR EACH ROW WHEN (NEW.action_type = 'rescind') EXECUTE FUNCTION dealdesk_steps.guard_rescinding_true();

-- An approved deal goes back only when its approval was taken back.
CREATE FUNCTION dealdesk_steps.guard_deals_status_rescinded() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(
        EXISTS (SELECT 1 FROM dealdesk.deals_fully_approved f WHERE f.deal_id = OLD.id),
        'illegal_transition', jsonb_build_object('from', OLD.status, 'to', NEW.status));
    RETURN NEW;
END $$;

CREATE TRIGGER deals_status_rescinded BEFORE UPDATE ON dealdesk.deals
FOR EACH ROW WHEN (OLD.status = 'approved' AND NEW.status = 'under_review') EXECUTE FUNCTION dealdesk_steps.guard_deals_status_rescinded();
