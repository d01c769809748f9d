-- One's own password, as a verifier. A login that was not made here keeps the password that it has.
CREATE FUNCTION dealdesk.cmd_change_password(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_verifier text;
    v_saved dealdesk.users;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'change_password', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN RETURN e.replay; END IF;
    v_verifier := coalesce(e.arguments ->> 'password', '');
    IF v_verifier = '' THEN PERFORM dealdesk_steps.refuse('invalid'); END IF;
    UPDATE dealdesk.users
    SET must_change_password = false, version = version + 1, updated_at = clock_timestamp()
    WHERE id = e.actor_id
    RETURNING * INTO v_saved;
    IF NOT v_saved.login_managed THEN PERFORM dealdesk_steps.refuse('forbidden', jsonb_build_object('field', 'password')); END IF;
    PERFORM dealdesk_steps.set_login_verifier(v_saved.username, v_verifier);
    RETURN dealdesk_steps.finish(e, jsonb_build_object('id', v_saved.id, 'version', v_saved.version));
END $$;
