-- A level of authority; a new code makes a new one. Limits rise with rank. The policy's version moves by trigger.
CREATE FUNCTION dealdesk.cmd_save_level(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    a jsonb;
    v_saved dealdesk.approval_levels;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'save_level', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN RETURN e.replay; END IF;
    PERFORM dealdesk_steps.require_admin(e);
    a := e.arguments;
    -- whoever changes a level waits for whoever changes another: the order of all of them is checked below
    PERFORM 1 FROM dealdesk.approval_levels x ORDER BY x.code FOR NO KEY UPDATE;
    SELECT * INTO v_saved FROM dealdesk.approval_levels x WHERE x.code = a ->> 'code';
    IF FOUND AND v_saved.version IS DISTINCT FROM p_version THEN
        PERFORM dealdesk_steps.refuse('stale', jsonb_build_object('version', v_saved.version));
    END IF;
    IF EXISTS (SELECT 1 FROM dealdesk.approval_levels x WHERE x.rank = dealdesk_steps.number_of(a, 'rank') AND x.code <> a ->> 'code') THEN
        PERFORM dealdesk_steps.refuse('duplicate');
    END IF;
    INSERT INTO dealdesk.approval_levels (code, display_name, rank, limit_amount, version)
    SELECT a ->> 'code', a ->> 'display_name', dealdesk_steps.number_of(a, 'rank'), dealdesk_steps.number_of(a, 'limit_amount'), 0
    WHERE v_saved.code IS NULL;
    UPDATE dealdesk.approval_levels
    SET display_name = btrim(a ->> 'display_name'),
        rank = dealdesk_steps.number_of(a, 'rank'),
        limit_amount = dealdesk_steps.number_of(a, 'limit_amount'),
        version = version + 1
    WHERE code = a ->> 'code'
    RETURNING * INTO v_saved;
    IF EXISTS (SELECT 1 FROM dealdesk.approval_levels x
               JOIN dealdesk.approval_levels y ON y.rank > x.rank AND y.limit_amount < x.limit_amount) THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    RETURN dealdesk_steps.finish(e, jsonb_build_object('code', v_saved.code, 'version', v_saved.version,
                                                         'policy_version', (SELECT p.version FROM dealdesk.policy p)));
END $$;
