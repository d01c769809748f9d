-- One row of old data with all its children. What came in before is not written again, and says so.
CREATE FUNCTION dealdesk.cmd_import(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_source text;
    v_kind text;
    v_key text;
    v_row jsonb;
    v_target bigint;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'import', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN RETURN e.replay; END IF;
    PERFORM dealdesk_steps.require_admin(e);
    v_source := e.arguments ->> 'source';
    v_kind := e.arguments ->> 'kind';
    v_key := e.arguments ->> 'key';
    v_row := e.arguments -> 'row';
    SELECT s.target_id INTO v_target FROM dealdesk.import_sources s WHERE s.source = v_source AND s.kind = v_kind AND s.source_key = v_key;
    IF FOUND THEN
        RETURN dealdesk_steps.finish(e, jsonb_build_object('already', true, 'target_id', v_target));
    END IF;
    IF jsonb_typeof(v_row) IS DISTINCT FROM 'object'
       OR coalesce(v_kind, '') NOT IN ('user', 'advertiser', 'agency', 'deal', 'scoping_request') THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    v_target := CASE v_kind
                WHEN 'user' THEN dealdesk_steps.import_user(v_row)
                WHEN 'advertiser' THEN dealdesk_steps.import_advertiser(v_row)
                WHEN 'agency' THEN dealdesk_steps.import_agency(v_row)
                ELSE nextval('dealdesk.deals_id_seq') END;
    INSERT INTO dealdesk.import_sources (source, kind, source_key, target_id) VALUES (v_source, v_kind, v_key, v_target);
    IF v_kind NOT IN ('deal', 'scoping_request') THEN
        RETURN dealdesk_steps.finish(e, jsonb_build_object('already', false, 'target_id', v_target));
    END IF;
    PERFORM dealdesk_steps.import_deal(e, v_target, v_source, v_row);
    RETURN dealdesk_steps.leave(e, v_target, NULL, jsonb_build_object('already', false, 'target_id', v_target));
END $$;
