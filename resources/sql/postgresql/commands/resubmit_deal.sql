-- Saves a negotiating deal, freezes the next revision and asks those again whose approval does not stand. `reapproval` is what the owner was shown of that.
CREATE FUNCTION dealdesk.cmd_resubmit_deal(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'resubmit_deal', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    PERFORM dealdesk_steps.require_owner(e);
    IF EXISTS (SELECT 1 FROM dealdesk.deal_states s WHERE s.deal_id = p_deal AND s.status <> 'negotiating') THEN
        PERFORM dealdesk_steps.refuse_state(e, 'illegal_transition', 'under_review');
    END IF;
    IF EXISTS (SELECT 1 FROM dealdesk.deal_states s WHERE s.deal_id = p_deal AND NOT s.is_editable) THEN
        PERFORM dealdesk_steps.refuse_state(e, 'not_editable');
    END IF;
    PERFORM dealdesk_steps.submit_revision(e, s.revision_number + 1, 'under_review') FROM dealdesk.deal_states s WHERE s.deal_id = p_deal;
    RETURN dealdesk_steps.leave(e, p_deal);
END $$;
