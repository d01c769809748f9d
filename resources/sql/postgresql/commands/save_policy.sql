-- What decides the routing besides levels and departments.
CREATE FUNCTION dealdesk.cmd_save_policy(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    a jsonb;
    v_saved dealdesk.policy;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'save_policy', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN RETURN e.replay; END IF;
    PERFORM dealdesk_steps.require_admin(e);
    a := e.arguments;
    SELECT * INTO v_saved FROM dealdesk.policy p FOR NO KEY UPDATE;
    IF v_saved.version IS DISTINCT FROM p_version THEN
        PERFORM dealdesk_steps.refuse('stale', jsonb_build_object('version', v_saved.version));
    END IF;
    UPDATE dealdesk.policy
    SET routing_basis = a ->> 'routing_basis',
        legal_for_custom_deals = dealdesk_steps.flag_of(a, 'legal_for_custom_deals', false),
        legal_for_terms_over_months = dealdesk_steps.number_of(a, 'legal_for_terms_over_months'),
        client_value_factor = dealdesk_steps.number_of(a, 'client_value_factor'),
        version = version + 1,
        updated_at = clock_timestamp(),
        updated_by = e.actor_id
    RETURNING * INTO v_saved;
    RETURN dealdesk_steps.finish(e, jsonb_build_object('version', v_saved.version, 'policy_version', v_saved.version));
END $$;
