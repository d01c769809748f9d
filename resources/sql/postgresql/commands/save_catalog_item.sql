-- An option of the incentive catalogue; without an id a new one. Deals keep the names that they were written with.
CREATE FUNCTION dealdesk.cmd_save_catalog_item(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    a jsonb;
    v_wanted bigint;
    v_saved dealdesk.incentive_catalog;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'save_catalog_item', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN RETURN e.replay; END IF;
    PERFORM dealdesk_steps.require_admin(e);
    a := e.arguments;
    v_wanted := dealdesk_steps.number_of(a, 'id');
    IF v_wanted IS NOT NULL THEN
        SELECT * INTO v_saved FROM dealdesk.incentive_catalog x WHERE x.id = v_wanted FOR NO KEY UPDATE;
        IF NOT FOUND THEN PERFORM dealdesk_steps.refuse('not_found'); END IF;
        IF v_saved.version IS DISTINCT FROM p_version THEN
            PERFORM dealdesk_steps.refuse('stale', jsonb_build_object('version', v_saved.version));
        END IF;
    END IF;
    IF EXISTS (SELECT 1 FROM dealdesk.incentive_catalog x
               WHERE x.category_name = a ->> 'category_name' AND x.sub_category_name = a ->> 'sub_category_name'
                 AND x.incentive_option = a ->> 'incentive_option' AND x.id IS DISTINCT FROM v_wanted) THEN
        PERFORM dealdesk_steps.refuse('duplicate');
    END IF;
    IF '' IN (btrim(coalesce(a ->> 'category_name', '')), btrim(coalesce(a ->> 'sub_category_name', '')),
              btrim(coalesce(a ->> 'incentive_option', ''))) THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    IF v_wanted IS NULL THEN
        INSERT INTO dealdesk.incentive_catalog (category_name, sub_category_name, incentive_option, position, is_active)
        VALUES (a ->> 'category_name', a ->> 'sub_category_name', a ->> 'incentive_option', coalesce(dealdesk_steps.number_of(a, 'position'), 0),
                dealdesk_steps.flag_of(a, 'is_active', true))
        RETURNING * INTO v_saved;
    ELSE
        UPDATE dealdesk.incentive_catalog
        SET category_name = a ->> 'category_name',
            sub_category_name = a ->> 'sub_category_name',
            incentive_option = a ->> 'incentive_option',
            position = coalesce(dealdesk_steps.number_of(a, 'position'), 0),
            is_active = dealdesk_steps.flag_of(a, 'is_active', true),
            version = version + 1
        WHERE id = v_wanted
        RETURNING * INTO v_saved;
    END IF;
    RETURN dealdesk_steps.finish(e, jsonb_build_object('id', v_saved.id, 'version', v_saved.version));
END $$;
