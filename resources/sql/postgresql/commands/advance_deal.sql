-- The contract's way after approval: legal drafts and sends it, owner or legal sign it or take it back to negotiating with a reason.
CREATE FUNCTION dealdesk.cmd_advance_deal(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_to text;
    v_actor text;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'advance_deal', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    IF p_deal IS NULL THEN
        PERFORM dealdesk_steps.refuse('not_found');
    END IF;
    v_to := dealdesk_steps.text_of(e.arguments, 'to');
    v_actor := dealdesk_steps.step_actor(e, v_to);
    IF v_to = 'lost' OR v_actor IS NULL OR v_actor NOT IN ('legal', 'owner_or_legal') THEN
        PERFORM dealdesk_steps.refuse_state(e, 'illegal_transition', v_to);
    END IF;
    IF e.actor_department IS DISTINCT FROM 'legal' AND NOT (v_actor = 'owner_or_legal' AND dealdesk_steps.is_owner(e)) THEN
        PERFORM dealdesk_steps.refuse('forbidden');
    END IF;
    UPDATE dealdesk.deals
    SET status = v_to,
        can_edit = v_to = 'negotiating',
        acting_user_id = e.actor_id,
        acting_reason = nullif(dealdesk_steps.text_of(e.arguments, 'reason'), ''),
        version = version + 1
    WHERE id = p_deal;
    RETURN dealdesk_steps.leave(e, p_deal);
END $$;
