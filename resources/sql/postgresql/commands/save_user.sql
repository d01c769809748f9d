-- A person and their login; without an id a new one. Whoever may no longer decide a task hands it on, and so does who decided for them; a leaver's
-- delegations end. One administrator always remains.
CREATE FUNCTION dealdesk.cmd_save_user(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_wanted bigint;
    v_person dealdesk.users;
    v_before dealdesk.users;
    v_saved dealdesk.users;
    v_verifier text;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'save_user', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN RETURN e.replay; END IF;
    PERFORM dealdesk_steps.require_admin(e);
    v_wanted := dealdesk_steps.number_of(e.arguments, 'id');
    IF v_wanted IS NOT NULL THEN
        SELECT * INTO v_before FROM dealdesk.users u WHERE u.id = v_wanted FOR NO KEY UPDATE;
        IF NOT FOUND THEN PERFORM dealdesk_steps.refuse('not_found'); END IF;
        IF v_before.version IS DISTINCT FROM p_version THEN
            PERFORM dealdesk_steps.refuse('stale', jsonb_build_object('version', v_before.version));
        END IF;
    END IF;
    v_person := dealdesk_steps.person_of(e.arguments);
    v_verifier := dealdesk_steps.text_of(e.arguments, 'password');

    IF v_wanted IS NULL THEN
        INSERT INTO dealdesk.users (username, email, first_name, last_name, role, department, approval_level, is_active, must_change_password)
        VALUES (v_person.username, v_person.email, v_person.first_name, v_person.last_name, v_person.role, v_person.department,
                v_person.approval_level, v_person.is_active, v_verifier IS NOT NULL)
        RETURNING * INTO v_saved;
    ELSE
        UPDATE dealdesk.users
        SET username = v_person.username, email = v_person.email, first_name = v_person.first_name, last_name = v_person.last_name,
            role = v_person.role, department = v_person.department, approval_level = v_person.approval_level, is_active = v_person.is_active,
            must_change_password = must_change_password OR v_verifier IS NOT NULL,
            version = version + 1, updated_at = clock_timestamp()
        WHERE id = v_wanted
        RETURNING * INTO v_saved;
    END IF;
    IF v_before.role = 'admin' AND v_before.is_active AND NOT (v_saved.role = 'admin' AND v_saved.is_active) THEN
        -- two administrators who leave at the same time wait for one another here
        PERFORM 1 FROM dealdesk.users u WHERE u.role = 'admin' AND u.is_active ORDER BY u.id FOR NO KEY UPDATE;
        IF NOT FOUND THEN PERFORM dealdesk_steps.refuse('forbidden'); END IF;
    END IF;
    PERFORM dealdesk_steps.keep_login(v_before, v_saved, v_verifier);
    IF NOT v_saved.is_active THEN
        UPDATE dealdesk.delegations g
        SET ended_at = clock_timestamp(), ended_by = e.actor_id
        WHERE v_saved.id IN (g.delegator_id, g.delegate_id) AND g.ended_at IS NULL AND g.ends_at > clock_timestamp();
    END IF;
    PERFORM dealdesk_steps.hand_on_tasks(e, v_saved.id);
    IF v_before.is_active AND NOT v_saved.is_active THEN
        PERFORM dealdesk_steps.end_sessions(v_saved.username);
    END IF;
    RETURN dealdesk_steps.finish(e, jsonb_build_object('id', v_saved.id, 'version', v_saved.version));
END $$;
