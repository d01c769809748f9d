-- An administrator gives a deal to another seller.
CREATE FUNCTION dealdesk.cmd_transfer_deal(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_owner bigint;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'transfer_deal', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    PERFORM dealdesk_steps.require_admin(e);
    IF p_deal IS NULL THEN
        PERFORM dealdesk_steps.refuse('not_found');
    END IF;
    v_owner := dealdesk_steps.number_of(e.arguments, 'owner_id');
    -- an active seller until this is done
    PERFORM 1 FROM dealdesk.users u WHERE u.id = v_owner AND u.is_active AND u.role IN ('seller', 'admin') FOR SHARE;
    IF NOT FOUND THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    INSERT INTO dealdesk.deal_comments (deal_id, author_id, author_name, body)
    SELECT d.id, e.actor_id, e.actor_name, o.display_name || ' → ' || n.display_name
    FROM dealdesk.deals d
    JOIN dealdesk.people o ON o.id = d.owner_id
    JOIN dealdesk.people n ON n.id = v_owner
    WHERE d.id = p_deal;
    UPDATE dealdesk.deals SET owner_id = v_owner, version = version + 1, updated_at = clock_timestamp() WHERE id = p_deal;
    RETURN dealdesk_steps.leave(e, p_deal);
END $$;
