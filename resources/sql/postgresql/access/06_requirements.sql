-- Who may: checks that several commands share.

-- Most commands on a deal are its owner's.
CREATE FUNCTION dealdesk_steps.require_owner(e dealdesk_steps.entry) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF e.deal_id IS NULL THEN
        PERFORM dealdesk_steps.refuse('not_found');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM dealdesk.deals d WHERE d.id = e.deal_id AND d.owner_id = e.actor_id) THEN
        PERFORM dealdesk_steps.refuse('forbidden');
    END IF;
END $$;

CREATE FUNCTION dealdesk_steps.require_admin(e dealdesk_steps.entry) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF e.actor_role IS DISTINCT FROM 'admin' THEN
        PERFORM dealdesk_steps.refuse('forbidden');
    END IF;
END $$;

-- Commands on a task: it is one of the deal's, and open. Gives the task, locked.
CREATE FUNCTION dealdesk_steps.require_task(e dealdesk_steps.entry, p_approval bigint) RETURNS dealdesk.deal_approvals
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_task dealdesk.deal_approvals;
BEGIN
    SELECT * INTO v_task FROM dealdesk.deal_approvals a WHERE a.id = p_approval AND a.deal_id = e.deal_id FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM dealdesk_steps.refuse('not_found');
    END IF;
    IF v_task.status <> 'pending' THEN
        PERFORM dealdesk_steps.refuse('already_decided', jsonb_build_object(
            'by', (SELECT coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username) FROM dealdesk.users u WHERE u.id = v_task.completed_by),
            'status', v_task.status));
    END IF;
    RETURN v_task;
END $$;

-- Somebody takes or is given a task: they may decide it, by themselves or for another, and stay somebody who may until the command is through.
CREATE FUNCTION dealdesk_steps.require_candidate(p_approval bigint, p_user bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM 1 FROM dealdesk.users u WHERE u.id = p_user FOR SHARE;
    IF NOT EXISTS (SELECT 1 FROM dealdesk.approval_authority c WHERE c.approval_id = p_approval AND c.user_id = p_user) THEN
        PERFORM dealdesk_steps.refuse('forbidden');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM dealdesk.approval_candidates c WHERE c.approval_id = p_approval AND c.user_id = p_user) THEN
        PERFORM dealdesk_steps.refuse('separation_of_duties');
    END IF;
END $$;
