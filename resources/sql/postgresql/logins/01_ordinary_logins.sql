-- The login keeper: the only functions that make or change roles, run by the command functions alone. Names go in through %I, verifiers
-- through %L, after their form was checked.

-- What stands in the cluster under a person's name: 'none', 'ordinary', or 'other', which is never touched: groups, our own roles, the
-- server's own, and whatever could get around row-level security or the commands, by itself or through a role that it is a member of.
CREATE FUNCTION dealdesk_steps.login_kind(p_name text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
           WHEN p_name IS NULL OR octet_length(p_name) NOT BETWEEN 1 AND 63 OR p_name ~ '[[:cntrl:]]' OR p_name ~* '^(pg_|dealdesk_)'
             OR p_name IN ('public', 'none', 'current_user', 'session_user', 'current_role') THEN 'other'
           WHEN NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = p_name) THEN 'none'
           WHEN EXISTS (SELECT 1
                        FROM pg_roles r
                        WHERE pg_has_role(p_name::name, r.oid, 'MEMBER')
                          AND (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
                               OR r.rolname IN ('dealdesk_owner', 'dealdesk_commands', 'dealdesk_logins', 'pg_database_owner', 'pg_read_all_data',
                                                'pg_write_all_data', 'pg_execute_server_program', 'pg_read_server_files',
                                                'pg_write_server_files', 'pg_signal_backend'))) THEN 'other'
           ELSE 'ordinary' END
$$;

-- Stops at everything that is not an ordinary role of a person.
CREATE FUNCTION dealdesk_steps.require_ordinary_login(p_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF dealdesk_steps.login_kind(p_name) <> 'ordinary' THEN
        PERFORM dealdesk_steps.refuse('invalid', jsonb_build_object('field', 'username'));
    END IF;
END $$;

-- A password comes as the verifier that the client made of it. Anything else would be taken by the server as a clear password.
CREATE FUNCTION dealdesk_steps.require_verifier(p_verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    parts text[] := regexp_match(p_verifier, '^SCRAM-SHA-256[$]([1-9][0-9]{3,6}):((?:[A-Za-z0-9+/]{4}){4,20}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)'
                                             '[$]([A-Za-z0-9+/]{43}=):([A-Za-z0-9+/]{43}=)$');
BEGIN
    IF parts IS NULL OR parts[1]::integer < 4096 THEN
        PERFORM dealdesk_steps.refuse('invalid', jsonb_build_object('field', 'verifier'));
    END IF;
END $$;
