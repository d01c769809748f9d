-- Saves a draft, or a negotiating deal; without a deal, a new draft whose owner is the actor.
CREATE FUNCTION dealdesk.cmd_save_draft(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_draft_type text;
    v_deal bigint := p_deal;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'save_draft', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    v_draft_type := dealdesk_steps.text_of(e.arguments, 'draft_type');
    IF p_deal IS NULL THEN
        IF e.actor_role NOT IN ('seller', 'admin') THEN
            PERFORM dealdesk_steps.refuse('forbidden');
        END IF;
        v_deal := dealdesk_steps.create_deal(e.actor_id, coalesce(v_draft_type, 'submission_draft'));
    ELSE
        PERFORM dealdesk_steps.require_owner(e);
        IF EXISTS (SELECT 1 FROM dealdesk.deal_states s WHERE s.deal_id = p_deal AND (NOT s.is_editable OR s.is_expired)) THEN
            PERFORM dealdesk_steps.refuse_state(e, 'not_editable');
        END IF;
        UPDATE dealdesk.deals
        SET version = version + 1,
            draft_type = CASE status WHEN 'draft' THEN coalesce(v_draft_type, draft_type) ELSE draft_type END,
            draft_expires_at = CASE status WHEN 'draft' THEN dealdesk_steps.draft_end() END
        WHERE id = p_deal;
    END IF;
    PERFORM dealdesk_steps.write_content(v_deal, e.actor_id, e.arguments -> 'draft');
    RETURN dealdesk_steps.leave(e, v_deal);
END $$;
