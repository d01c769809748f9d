-- How every command ends: its result, kept under its id. `p_deal` is the deal that it was about, if any.

CREATE FUNCTION dealdesk_steps.finish(e dealdesk_steps.entry, p_result jsonb, p_deal bigint DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE dealdesk.command_log l
    SET result = p_result, deal_id = coalesce(l.deal_id, p_deal)
    WHERE l.command_id = e.command_id;
    RETURN p_result;
END $$;

-- The result of a deal command: its state now, a new deal's id and number where it made one, and members of the command's own.
CREATE FUNCTION dealdesk_steps.leave(e dealdesk_steps.entry, p_deal bigint, p_new_deal bigint DEFAULT NULL, p_extra jsonb DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_result jsonb;
BEGIN
    SELECT jsonb_build_object('deal_id', d.id, 'version', d.version, 'status', d.status, 'reference_number', n.reference_number)
           || CASE WHEN p_new_deal IS NULL THEN '{}' ELSE jsonb_build_object('new_deal_id', p_new_deal) END
           || coalesce(p_extra, '{}')
    INTO STRICT v_result
    FROM dealdesk.deals d
    JOIN dealdesk.deals n ON n.id = coalesce(p_new_deal, d.id)
    WHERE d.id = p_deal;
    RETURN dealdesk_steps.finish(e, v_result, p_deal);
END $$;
