-- An advertiser; without an id a new one. Figures that are null are "no data".
CREATE FUNCTION dealdesk.cmd_save_advertiser(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    a jsonb;
    v_wanted bigint;
    v_saved dealdesk.advertisers;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'save_advertiser', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN RETURN e.replay; END IF;
    PERFORM dealdesk_steps.require_admin(e);
    a := e.arguments;
    v_wanted := dealdesk_steps.number_of(a, 'id');
    IF v_wanted IS NOT NULL THEN
        SELECT * INTO v_saved FROM dealdesk.advertisers x WHERE x.id = v_wanted FOR NO KEY UPDATE;
        IF NOT FOUND THEN PERFORM dealdesk_steps.refuse('not_found'); END IF;
        IF v_saved.version IS DISTINCT FROM p_version THEN
            PERFORM dealdesk_steps.refuse('stale', jsonb_build_object('version', v_saved.version));
        END IF;
    END IF;
    IF EXISTS (SELECT 1 FROM dealdesk.advertisers x WHERE lower(x.name) = lower(btrim(a ->> 'name')) AND x.id IS DISTINCT FROM v_wanted) THEN
        PERFORM dealdesk_steps.refuse('duplicate');
    END IF;
    IF v_wanted IS NULL THEN
        INSERT INTO dealdesk.advertisers (name, region, previous_year_revenue, previous_year_margin, previous_year_profit,
                                          previous_year_incentive_cost, previous_year_client_value, is_active)
        VALUES (btrim(a ->> 'name'),
                a ->> 'region',
                dealdesk_steps.number_of(a, 'previous_year_revenue'),
                dealdesk_steps.number_of(a, 'previous_year_margin'),
                dealdesk_steps.number_of(a, 'previous_year_profit'),
                dealdesk_steps.number_of(a, 'previous_year_incentive_cost'),
                dealdesk_steps.number_of(a, 'previous_year_client_value'),
                dealdesk_steps.flag_of(a, 'is_active', true))
        RETURNING * INTO v_saved;
    ELSE
        UPDATE dealdesk.advertisers
        SET name = btrim(a ->> 'name'),
            region = a ->> 'region',
            previous_year_revenue = dealdesk_steps.number_of(a, 'previous_year_revenue'),
            previous_year_margin = dealdesk_steps.number_of(a, 'previous_year_margin'),
            previous_year_profit = dealdesk_steps.number_of(a, 'previous_year_profit'),
            previous_year_incentive_cost = dealdesk_steps.number_of(a, 'previous_year_incentive_cost'),
            previous_year_client_value = dealdesk_steps.number_of(a, 'previous_year_client_value'),
            is_active = dealdesk_steps.flag_of(a, 'is_active', true),
            version = version + 1,
            updated_at = clock_timestamp()
        WHERE id = v_wanted
        RETURNING * INTO v_saved;
    END IF;
    RETURN dealdesk_steps.finish(e, jsonb_build_object('id', v_saved.id, 'version', v_saved.version));
END $$;
