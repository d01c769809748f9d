-- Ends a delegation before its time, or takes it back before it begins; the delegator's, or an administrator's. Tasks that the delegate has taken
-- and may no longer decide are handed on.
CREATE FUNCTION dealdesk.cmd_end_delegation(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    g dealdesk.delegations;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'end_delegation', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN RETURN e.replay; END IF;
    SELECT * INTO g FROM dealdesk.delegations d WHERE d.id = dealdesk_steps.number_of(e.arguments, 'id') FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM dealdesk_steps.refuse('not_found'); END IF;
    IF g.delegator_id <> e.actor_id THEN
        PERFORM dealdesk_steps.require_admin(e);
    END IF;
    PERFORM dealdesk_steps.refuse_if(g.ended_at IS NOT NULL OR g.ends_at <= clock_timestamp(), 'stale');
    UPDATE dealdesk.delegations d SET ended_at = clock_timestamp(), ended_by = e.actor_id WHERE d.id = g.id;
    PERFORM dealdesk_steps.hand_on_tasks(e, g.delegator_id);
    RETURN dealdesk_steps.finish(e, jsonb_build_object('id', g.id));
END $$;
