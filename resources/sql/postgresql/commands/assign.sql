-- An administrator gives an open task to somebody who may decide it.
CREATE FUNCTION dealdesk.cmd_assign(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_task dealdesk.deal_approvals;
    v_assignee bigint;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'assign', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    PERFORM dealdesk_steps.require_admin(e);
    v_task := dealdesk_steps.require_task(e, dealdesk_steps.number_of(e.arguments, 'approval_id'));
    v_assignee := dealdesk_steps.number_of(e.arguments, 'assignee_id');
    PERFORM dealdesk_steps.require_candidate(v_task.id, v_assignee);
    UPDATE dealdesk.deal_approvals SET assigned_to = v_assignee WHERE id = v_task.id;
    PERFORM dealdesk_steps.act(e, v_task.id, 'assign', p.display_name) FROM dealdesk.people p WHERE p.id = v_assignee;
    RETURN dealdesk_steps.leave(e, p_deal, NULL, jsonb_build_object('approval_id', v_task.id));
END $$;
