-- Saves a submission draft, freezes it as revision 1 and opens stage 1.
CREATE FUNCTION dealdesk.cmd_submit_deal(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'submit_deal', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    PERFORM dealdesk_steps.require_owner(e);
    IF EXISTS (SELECT 1 FROM dealdesk.deals d WHERE d.id = p_deal AND (d.status <> 'draft' OR d.draft_type IS DISTINCT FROM 'submission_draft')) THEN
        PERFORM dealdesk_steps.refuse_state(e, 'illegal_transition', 'submitted');
    END IF;
    IF EXISTS (SELECT 1 FROM dealdesk.deal_states s WHERE s.deal_id = p_deal AND (NOT s.is_editable OR s.is_expired)) THEN
        PERFORM dealdesk_steps.refuse_state(e, 'not_editable');
    END IF;
    PERFORM dealdesk_steps.submit_revision(e, 1, 'submitted');
    RETURN dealdesk_steps.leave(e, p_deal);
END $$;
