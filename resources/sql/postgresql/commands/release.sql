-- Gives a task back to the shared queue: one's own, or as an administrator anybody's.
CREATE FUNCTION dealdesk.cmd_release(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_task dealdesk.deal_approvals;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'release', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    v_task := dealdesk_steps.require_task(e, dealdesk_steps.number_of(e.arguments, 'approval_id'));
    IF v_task.assigned_to IS DISTINCT FROM e.actor_id AND e.actor_role <> 'admin' THEN
        PERFORM dealdesk_steps.refuse('forbidden');
    END IF;
    UPDATE dealdesk.deal_approvals SET assigned_to = NULL WHERE id = v_task.id;
    PERFORM dealdesk_steps.act(e, v_task.id, 'release');
    RETURN dealdesk_steps.leave(e, p_deal, NULL, jsonb_build_object('approval_id', v_task.id));
END $$;
