-- While there is nobody, whoever migrates makes the first administrator. There is no actor yet, so this does without the common entry.
CREATE FUNCTION dealdesk.cmd_create_first_admin(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_arguments jsonb := dealdesk_steps.parsed(p_arguments);
    v_sent text := encode(sha256(convert_to(p_arguments, 'UTF8')), 'hex');
    v_earlier dealdesk.command_log;
    v_person dealdesk.users;
    v_saved dealdesk.users;
    v_answer jsonb;
BEGIN
    -- one after the other: the first is the only one
    PERFORM 1 FROM dealdesk.policy FOR NO KEY UPDATE;
    SELECT * INTO v_earlier FROM dealdesk.command_log l WHERE l.command_id = p_command;
    IF FOUND THEN
        IF v_earlier.verb <> 'create_first_admin' OR v_earlier.digest <> v_sent THEN PERFORM dealdesk_steps.refuse('command_reused'); END IF;
        RETURN v_earlier.result;
    END IF;
    IF EXISTS (SELECT 1 FROM dealdesk.users) THEN PERFORM dealdesk_steps.refuse('forbidden'); END IF;
    v_person := dealdesk_steps.person_of(v_arguments);
    -- a login that is here already brings its own password or token
    IF '' IN (coalesce(v_person.username, ''), coalesce(v_person.email, ''))
       OR (coalesce(v_arguments ->> 'password', '') = '' AND dealdesk_steps.login_kind(v_person.username) = 'none') THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    INSERT INTO dealdesk.users (username, email, first_name, last_name, role)
    VALUES (v_person.username, v_person.email, v_person.first_name, v_person.last_name, 'admin')
    RETURNING * INTO v_saved;
    PERFORM dealdesk_steps.keep_login(NULL, v_saved, nullif(v_arguments ->> 'password', ''));
    v_answer := jsonb_build_object('id', v_saved.id, 'version', v_saved.version);
    INSERT INTO dealdesk.command_log (command_id, actor_id, verb, digest, result)
    VALUES (p_command, v_saved.id, 'create_first_admin', v_sent, v_answer);
    RETURN v_answer;
END $$;
