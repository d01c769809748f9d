-- The owner takes a submission back; the open tasks are withdrawn.
CREATE FUNCTION dealdesk.cmd_recall_deal(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'recall_deal', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    PERFORM dealdesk_steps.require_owner(e);
    IF EXISTS (SELECT 1 FROM dealdesk.deal_states s WHERE s.deal_id = p_deal AND s.status NOT IN ('submitted', 'under_review')) THEN
        PERFORM dealdesk_steps.refuse_state(e, 'illegal_transition', 'negotiating');
    END IF;
    PERFORM dealdesk_steps.withdraw(e, p_deal, dealdesk_steps.text_of(e.arguments, 'reason'));
    UPDATE dealdesk.deals
    SET status = 'negotiating', can_edit = true, acting_user_id = e.actor_id, acting_reason = dealdesk_steps.text_of(e.arguments, 'reason'), version = version + 1
    WHERE id = p_deal;
    RETURN dealdesk_steps.leave(e, p_deal);
END $$;
