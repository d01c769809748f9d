-- Writes the steps of the business clock that are due, whoever's task it is. However many tick at once, each step is written once and nobody waits: a
-- deal that somebody else holds, ticking or deciding, is left to them or to the next tick.
CREATE FUNCTION dealdesk.cmd_tick(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_deals bigint[];
    v_steps integer;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'tick', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    v_deals := ARRAY(SELECT d.id
                     FROM dealdesk.deals d
                     WHERE d.id IN (SELECT s.deal_id FROM dealdesk.clock_steps_due s)
                     ORDER BY d.id
                     FOR NO KEY UPDATE SKIP LOCKED);
    -- asked again: what was due may have been written or decided before the deal was held
    INSERT INTO dealdesk.approval_clock_steps (approval_id, deal_id, step, due_at, escalated_to, escalated_level)
    SELECT s.approval_id, s.deal_id, s.step, s.due_at, s.escalated_to, s.escalated_level
    FROM dealdesk.clock_steps_due s
    WHERE s.deal_id = ANY (v_deals)
    ORDER BY s.due_at, s.approval_id
    ON CONFLICT (approval_id, step) DO NOTHING;
    GET DIAGNOSTICS v_steps = ROW_COUNT;
    RETURN dealdesk_steps.finish(e, jsonb_build_object('steps', v_steps));
END $$;
