-- Turns a scoping request into a submission draft that points back to it.
CREATE FUNCTION dealdesk.cmd_convert_scoping(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_draft bigint;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'convert_scoping', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    PERFORM dealdesk_steps.require_owner(e);
    UPDATE dealdesk.deals SET status = 'converted', acting_user_id = e.actor_id, version = version + 1 WHERE id = p_deal;
    v_draft := dealdesk_steps.create_deal(e.actor_id, 'submission_draft', p_deal);
    PERFORM dealdesk_steps.write_content(v_draft, e.actor_id, c.content) FROM dealdesk.deal_content c WHERE c.deal_id = p_deal;
    RETURN dealdesk_steps.leave(e, p_deal, v_draft);
END $$;
