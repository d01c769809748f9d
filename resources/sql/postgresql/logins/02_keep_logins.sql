-- Opens the way in for a person: an ordinary login of that name is adopted, otherwise one is made, without a password where none is given
-- (nobody gets in with it then but by a certificate or a token). True when it was made here.
CREATE FUNCTION dealdesk_steps.open_login(p_name text, p_verifier text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_is_new boolean := dealdesk_steps.login_kind(p_name) = 'none';
BEGIN
    IF v_is_new THEN
        BEGIN
            EXECUTE format('CREATE ROLE %I LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', p_name);
        EXCEPTION WHEN insufficient_privilege THEN
            -- a managed service that keeps this to itself: the login has to be there first
            PERFORM dealdesk_steps.refuse('invalid', jsonb_build_object('field', 'login'));
        END;
        IF p_verifier IS NOT NULL THEN
            PERFORM dealdesk_steps.set_login_verifier(p_name, p_verifier);
        END IF;
    END IF;
    PERFORM dealdesk_steps.require_ordinary_login(p_name);
    IF NOT (SELECT r.rolcanlogin FROM pg_roles r WHERE r.rolname = p_name) THEN
        PERFORM dealdesk_steps.refuse('invalid', jsonb_build_object('field', 'username'));
    END IF;
    IF NOT pg_has_role(p_name::name, 'dealdesk_user', 'MEMBER') THEN
        EXECUTE format('GRANT dealdesk_user TO %I', p_name);
    END IF;
    RETURN v_is_new;
END $$;

CREATE FUNCTION dealdesk_steps.set_login_verifier(p_name text, p_verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.require_ordinary_login(p_name);
    PERFORM dealdesk_steps.require_verifier(p_verifier);
    EXECUTE format('ALTER ROLE %I PASSWORD %L', p_name, p_verifier);
END $$;

-- Whether a login that the program made may be used. The membership stays, so that a session that is still open is told at its next
-- command that the account is switched off, instead of something about privileges.
CREATE FUNCTION dealdesk_steps.switch_login(p_name text, p_is_active boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.require_ordinary_login(p_name);
    IF p_is_active THEN
        EXECUTE format('ALTER ROLE %I LOGIN', p_name);
    ELSE
        EXECUTE format('ALTER ROLE %I NOLOGIN', p_name);
    END IF;
END $$;

-- A login follows its person's new name. Nobody renames the session that they are in.
CREATE FUNCTION dealdesk_steps.rename_login(p_name text, p_new_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.require_ordinary_login(p_name);
    IF p_name = session_user OR dealdesk_steps.login_kind(p_new_name) <> 'none' THEN
        PERFORM dealdesk_steps.refuse('invalid', jsonb_build_object('field', 'username'));
    END IF;
    EXECUTE format('ALTER ROLE %I RENAME TO %I', p_name, p_new_name);
END $$;

-- Ends what a person has open here, where the keeper may; otherwise their next command is refused anyway. Gives the number of sessions.
CREATE FUNCTION dealdesk_steps.end_sessions(p_name text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ended integer;
BEGIN
    SELECT count(*) FILTER (WHERE pg_terminate_backend(a.pid))
    INTO v_ended
    FROM pg_stat_activity a
    WHERE dealdesk_steps.login_kind(p_name) = 'ordinary' AND a.usename = p_name AND a.datname = current_database() AND a.pid <> pg_backend_pid();
    RETURN v_ended;
EXCEPTION
    WHEN insufficient_privilege THEN
        RAISE LOG 'dealdesk: the login keeper may not end the sessions of %', quote_ident(p_name);
        RETURN 0;
END $$;
