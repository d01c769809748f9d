-- Takes an open task out of the shared queue. A task that somebody else has taken meanwhile is not what was on the screen, unless they may no
-- longer decide it, or are away and the actor decides for them.
CREATE FUNCTION dealdesk.cmd_claim(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_task dealdesk.deal_approvals;
    v_for bigint;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'claim', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    v_task := dealdesk_steps.require_task(e, dealdesk_steps.number_of(e.arguments, 'approval_id'));
    PERFORM dealdesk_steps.require_candidate(v_task.id, e.actor_id);
    SELECT c.on_behalf_of INTO v_for
    FROM dealdesk.delegated_candidates c
    WHERE c.approval_id = v_task.id AND c.user_id = e.actor_id
      AND (c.on_behalf_of = v_task.assigned_to
           OR NOT EXISTS (SELECT 1 FROM dealdesk.own_authority o WHERE o.approval_id = v_task.id AND o.user_id = e.actor_id))
    ORDER BY c.on_behalf_of IS DISTINCT FROM v_task.assigned_to, c.delegation_id
    LIMIT 1;
    IF v_task.assigned_to <> e.actor_id AND v_for IS DISTINCT FROM v_task.assigned_to
       AND EXISTS (SELECT 1 FROM dealdesk.approval_candidates c WHERE c.approval_id = v_task.id AND c.user_id = v_task.assigned_to) THEN
        PERFORM dealdesk_steps.refuse_state(e, 'stale');
    END IF;
    UPDATE dealdesk.deal_approvals SET assigned_to = e.actor_id WHERE id = v_task.id;
    PERFORM dealdesk_steps.act(e, v_task.id, 'claim', NULL, v_for);
    RETURN dealdesk_steps.leave(e, p_deal, NULL, jsonb_build_object('approval_id', v_task.id));
END $$;
