-- A new draft from a lost or signed deal: its content, no approval.
CREATE FUNCTION dealdesk.cmd_revise_deal(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_draft bigint;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'revise_deal', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    PERFORM dealdesk_steps.require_owner(e);
    IF EXISTS (SELECT 1 FROM dealdesk.deal_states s WHERE s.deal_id = p_deal AND s.status NOT IN ('lost', 'signed')) THEN
        PERFORM dealdesk_steps.refuse_state(e, 'illegal_transition', 'draft');
    END IF;
    IF btrim(coalesce(dealdesk_steps.text_of(e.arguments, 'reason'), '')) = '' THEN
        PERFORM dealdesk_steps.refuse('reason_required');
    END IF;
    v_draft := dealdesk_steps.create_deal(e.actor_id, 'submission_draft', p_deal, dealdesk_steps.text_of(e.arguments, 'reason'));
    PERFORM dealdesk_steps.write_content(v_draft, e.actor_id, c.content) FROM dealdesk.deal_content c WHERE c.deal_id = p_deal;
    RETURN dealdesk_steps.leave(e, p_deal, v_draft);
END $$;
