-- The owner's checklist: a point of a requested revision was dealt with, or not yet.
CREATE FUNCTION dealdesk.cmd_tick_point(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_approval bigint;
    v_path text;
    v_done boolean;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'tick_point', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    v_approval := dealdesk_steps.number_of(e.arguments, 'approval_id');
    IF NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals t WHERE t.id = v_approval AND t.deal_id = p_deal) THEN
        PERFORM dealdesk_steps.refuse('not_found');
    END IF;
    PERFORM dealdesk_steps.require_owner(e);
    -- the request was taken back meanwhile, or the deal resubmitted
    IF NOT EXISTS (SELECT 1 FROM dealdesk.open_points p WHERE p.approval_id = v_approval) THEN
        PERFORM dealdesk_steps.refuse_state(e, 'stale');
    END IF;
    v_path := dealdesk_steps.text_of(e.arguments, 'path');
    v_done := dealdesk_steps.flag_of(e.arguments, 'done');
    IF v_done IS NULL OR NOT EXISTS (SELECT 1 FROM dealdesk.open_points p WHERE p.approval_id = v_approval AND p.path = v_path) THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    INSERT INTO dealdesk.revision_ticks (approval_id, path, is_done, ticked_by)
    VALUES (v_approval, v_path, v_done, e.actor_id)
    ON CONFLICT (approval_id, path) DO UPDATE SET is_done = excluded.is_done, ticked_by = excluded.ticked_by, ticked_at = clock_timestamp();
    RETURN dealdesk_steps.leave(e, p_deal, NULL, jsonb_build_object('approval_id', v_approval));
END $$;
