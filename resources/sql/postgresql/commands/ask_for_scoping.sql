-- Saves a scoping draft and asks for early guidance. Needs a name and a client, no tiers yet.
CREATE FUNCTION dealdesk.cmd_ask_for_scoping(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'ask_for_scoping', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    PERFORM dealdesk_steps.require_owner(e);
    IF EXISTS (SELECT 1 FROM dealdesk.deal_states s WHERE s.deal_id = p_deal AND s.status <> 'draft') THEN
        PERFORM dealdesk_steps.refuse_state(e, 'illegal_transition', 'scoping');
    END IF;
    IF EXISTS (SELECT 1 FROM dealdesk.deal_states s WHERE s.deal_id = p_deal AND s.is_expired) THEN
        PERFORM dealdesk_steps.refuse_state(e, 'not_editable');
    END IF;
    PERFORM dealdesk_steps.write_content(p_deal, e.actor_id, e.arguments -> 'draft');
    IF EXISTS (SELECT 1 FROM dealdesk.deal_shortcomings c WHERE c.deal_id = p_deal AND c.lacks IN ('name', 'client')) THEN
        PERFORM dealdesk_steps.refuse('incomplete');
    END IF;
    UPDATE dealdesk.deals
    SET status = 'scoping', acting_user_id = e.actor_id, version = version + 1, draft_expires_at = NULL
    WHERE id = p_deal;
    RETURN dealdesk_steps.leave(e, p_deal);
END $$;
