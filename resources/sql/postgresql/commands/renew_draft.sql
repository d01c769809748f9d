-- A draft lives another 30 days.
CREATE FUNCTION dealdesk.cmd_renew_draft(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'renew_draft', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    PERFORM dealdesk_steps.require_owner(e);
    IF EXISTS (SELECT 1 FROM dealdesk.deal_states s WHERE s.deal_id = p_deal AND s.status <> 'draft') THEN
        PERFORM dealdesk_steps.refuse_state(e, 'illegal_transition', 'draft');
    END IF;
    UPDATE dealdesk.deals
    SET draft_expires_at = dealdesk_steps.draft_end(), updated_at = clock_timestamp(), version = version + 1
    WHERE id = p_deal;
    RETURN dealdesk_steps.leave(e, p_deal);
END $$;
