-- A task is opened as the frozen plan says, decided once, by somebody who may, and never goes away.

CREATE TRIGGER deal_approvals_no_delete BEFORE DELETE ON dealdesk.deal_approvals
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();

-- A task begins open, or as what became of an earlier approval when the revision was sent in.
CREATE FUNCTION dealdesk_steps.is_open_or_earned(t dealdesk.deal_approvals) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_key text := CASE t.approval_stage WHEN 2 THEN 'business' ELSE t.department END;
BEGIN
    CASE t.status
    WHEN 'approved' THEN
        RETURN t.revision_reason IS NULL
               AND EXISTS (SELECT 1 FROM dealdesk.approvals_to_carry c
                           WHERE c.deal_id = t.deal_id AND c.revision_number = t.revision_number AND c.approval_key = v_key
                             AND (c.carried_from, c.completed_by, c.completed_at, c.comments, c.on_behalf_of)
                                 IS NOT DISTINCT FROM (t.carried_from, t.completed_by, t.completed_at, t.comments, t.on_behalf_of));
    WHEN 'pending' THEN
        RETURN t.completed_by IS NULL AND t.completed_at IS NULL AND t.on_behalf_of IS NULL AND t.carried_from IS NULL;
    WHEN 'not_required' THEN
        RETURN t.completed_by IS NULL AND t.completed_at IS NULL AND t.on_behalf_of IS NULL AND t.carried_from IS NULL
               AND EXISTS (SELECT 1 FROM dealdesk.reapproval_steps s
                           WHERE s.deal_id = t.deal_id AND s.revision_number = t.revision_number AND s.outcome = 'not_required'
                             AND s.approval_key = v_key AND s.level = coalesce(t.approval_level, ''));
    ELSE
        RETURN false;
    END CASE;
END $$;

CREATE FUNCTION dealdesk_steps.guard_approvals_open() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF dealdesk_steps.is_being_imported(NEW.deal_id) THEN
        RETURN NEW;
    END IF;
    PERFORM dealdesk_steps.refuse_if(
        NEW.imported
        OR NOT EXISTS (SELECT 1 FROM dealdesk.deal_states s
                       WHERE s.deal_id = NEW.deal_id AND s.status IN ('submitted', 'under_review') AND s.revision_number = NEW.revision_number)
        OR EXISTS (SELECT 1 FROM dealdesk.deal_approvals a
                   WHERE a.deal_id = NEW.deal_id AND a.revision_number = NEW.revision_number AND a.approval_stage = NEW.approval_stage
                     AND ((a.approval_stage = 1 AND a.department = NEW.department)
                          OR (a.approval_stage = 2 AND a.status <> 'withdrawn' AND (a.status <> 'not_required' OR NEW.status = 'not_required'))))
        OR NOT dealdesk_steps.is_open_or_earned(NEW),
        'forbidden');
    PERFORM dealdesk_steps.refuse_if(
        NEW.status <> 'not_required'
        AND NOT (NEW.approval_stage = 1 AND NEW.required_role = 'department_reviewer' AND NEW.approval_level IS NULL
             AND EXISTS (SELECT 1 FROM dealdesk.deal_frozen_departments f
                         WHERE f.deal_id = NEW.deal_id AND f.revision_number = NEW.revision_number AND f.department = NEW.department))
        AND NOT (NEW.approval_stage = 2 AND NEW.required_role = 'approver'
                 AND EXISTS (SELECT 1 FROM dealdesk.deals_past_stage_1 p WHERE p.deal_id = NEW.deal_id)
                 AND coalesce(NEW.approval_level = (SELECT r.plan ->> 'level' FROM dealdesk.deal_revisions r
                                                    WHERE r.deal_id = NEW.deal_id AND r.revision_number = NEW.revision_number), false)),
        'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER deal_approvals_open BEFORE INSERT ON dealdesk.deal_approvals
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_approvals_open();

CREATE FUNCTION dealdesk_steps.guard_approvals_kept() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF OLD.status <> 'pending' AND NOT (NEW.status = 'pending' AND OLD.status IN ('approved', 'revision_requested')) THEN
        PERFORM dealdesk_steps.refuse('already_decided', jsonb_build_object(
            'by', (SELECT p.display_name FROM dealdesk.people p WHERE p.id = OLD.completed_by), 'status', OLD.status));
    END IF;
    PERFORM dealdesk_steps.refuse_if(
        (NEW.id, NEW.deal_id, NEW.revision_number, NEW.approval_stage, NEW.department, NEW.approval_level, NEW.required_role, NEW.reasons, NEW.imported,
         NEW.created_at, NEW.carried_from)
        IS DISTINCT FROM
        (OLD.id, OLD.deal_id, OLD.revision_number, OLD.approval_stage, OLD.department, OLD.approval_level, OLD.required_role, OLD.reasons, OLD.imported,
         OLD.created_at, OLD.carried_from),
        'forbidden');
    -- nobody has decided a task that is open or withdrawn
    PERFORM dealdesk_steps.refuse_if(
        NEW.status NOT IN ('approved', 'revision_requested', 'rejected')
        AND (NEW.completed_by IS NOT NULL OR NEW.on_behalf_of IS NOT NULL OR NEW.status NOT IN ('pending', 'withdrawn')),
        'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER deal_approvals_kept BEFORE UPDATE ON dealdesk.deal_approvals
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_approvals_kept();

-- The deal is held, so that no second decision is counted at the same time, and so is the decider, whose authority is asked here,
-- with whom they decide for and what was delegated.
CREATE FUNCTION dealdesk_steps.guard_approvals_decide() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM 1 FROM dealdesk.users u WHERE u.id IN (NEW.completed_by, NEW.on_behalf_of) ORDER BY u.id FOR SHARE;
    PERFORM 1 FROM dealdesk.delegations g WHERE g.delegator_id = NEW.on_behalf_of AND g.delegate_id = NEW.completed_by ORDER BY g.id FOR SHARE;
    PERFORM 1 FROM dealdesk.deals d WHERE d.id = OLD.deal_id FOR NO KEY UPDATE;
    PERFORM dealdesk_steps.refuse_if(
        NOT EXISTS (SELECT 1 FROM dealdesk.deal_states s
                    WHERE s.deal_id = OLD.deal_id AND s.revision_number = OLD.revision_number
                      AND s.status IN ('submitted', 'under_review', 'negotiating'))
        OR (OLD.approval_stage = 2 AND NOT EXISTS (SELECT 1 FROM dealdesk.deals_past_stage_1 p WHERE p.deal_id = OLD.deal_id)),
        'illegal_transition');
    PERFORM dealdesk_steps.require_own_name(NEW.completed_by);
    PERFORM dealdesk_steps.refuse_if(
        NOT EXISTS (SELECT 1 FROM dealdesk.approval_authority c WHERE c.approval_id = OLD.id AND c.user_id = NEW.completed_by
                      AND c.on_behalf_of IS NOT DISTINCT FROM NEW.on_behalf_of)
        OR (NEW.status = 'rejected' AND OLD.approval_stage = 1 AND OLD.department <> 'legal'),
        'forbidden');
    PERFORM dealdesk_steps.refuse_if(
        EXISTS (SELECT 1 FROM dealdesk.approval_conflicts x
                WHERE x.approval_id = OLD.id AND x.user_id IN (NEW.completed_by, NEW.on_behalf_of)), 'separation_of_duties');
    PERFORM dealdesk_steps.refuse_if(NEW.status <> 'approved' AND trim(coalesce(NEW.revision_reason, '')) = '', 'reason_required');
    PERFORM dealdesk_steps.refuse_if(NEW.completed_at IS NULL, 'invalid');
    RETURN NEW;
END $$;

-- After deal_approvals_kept: triggers fire in the order of their names.
CREATE TRIGGER deal_approvals_with_authority BEFORE UPDATE ON dealdesk.deal_approvals
FOR EACH ROW WHEN (OLD.status = 'pending' AND NEW.status IN ('approved', 'revision_requested', 'rejected'))
EXECUTE FUNCTION dealdesk_steps.guard_approvals_decide();
