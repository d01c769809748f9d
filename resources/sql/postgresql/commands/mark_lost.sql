-- The deal is lost, or a draft discarded, for a reason. The owner's; from approval on legal's as well.
CREATE FUNCTION dealdesk.cmd_mark_lost(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_actor text;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'mark_lost', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    IF p_deal IS NULL THEN
        PERFORM dealdesk_steps.refuse('not_found');
    END IF;
    v_actor := dealdesk_steps.step_actor(e, 'lost');
    IF v_actor IS NULL THEN
        PERFORM dealdesk_steps.refuse_state(e, 'illegal_transition', 'lost');
    END IF;
    IF NOT dealdesk_steps.is_owner(e) AND NOT (v_actor = 'owner_or_legal' AND coalesce(e.actor_department = 'legal', false)) THEN
        PERFORM dealdesk_steps.refuse('forbidden');
    END IF;
    PERFORM dealdesk_steps.withdraw(e, p_deal, dealdesk_steps.text_of(e.arguments, 'reason'));
    UPDATE dealdesk.deals
    SET status = 'lost', can_edit = false, acting_user_id = e.actor_id, acting_reason = dealdesk_steps.text_of(e.arguments, 'reason'), version = version + 1
    WHERE id = p_deal;
    RETURN dealdesk_steps.leave(e, p_deal);
END $$;
