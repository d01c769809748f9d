-- The roles of Deal Desk on a server. Nobody signs in as one of them: people have a login each and are members of dealdesk_user.
-- Runs at every migration, as the login that migrates: the database's owner with CREATEROLE, no superuser.
--   dealdesk_owner     owns schemas, tables, views and guards
--   dealdesk_commands  owns the command functions; not an owner of tables, so that row-level security binds it
--   dealdesk_logins    owns the few functions that make and change people's logins
--   dealdesk_user      people: reads through row-level security, commands, nothing else

DO $$
DECLARE
    v_role text;
BEGIN
    FOREACH v_role IN ARRAY ARRAY['dealdesk_owner', 'dealdesk_commands', 'dealdesk_logins', 'dealdesk_user'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles r WHERE r.rolname = v_role) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', v_role);
        END IF;
    END LOOP;
END $$;

-- A managed service may keep CREATEROLE to itself: then logins are made by hand, and adopted.
DO $$
BEGIN
    ALTER ROLE dealdesk_logins CREATEROLE;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'dealdesk_logins may not create roles: logins have to be made by hand';
END $$;

-- Who migrates becomes these roles for a while. A superuser may without being a member.
DO $$
DECLARE
    v_role text;
BEGIN
    IF (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = current_user) THEN
        RETURN;
    END IF;
    FOREACH v_role IN ARRAY ARRAY['dealdesk_owner', 'dealdesk_commands', 'dealdesk_logins'] LOOP
        BEGIN
            EXECUTE format('GRANT %I TO CURRENT_USER', v_role);
        EXCEPTION WHEN insufficient_privilege THEN
            -- made by somebody else before: a membership that they gave does as well
            IF NOT pg_catalog.pg_has_role(current_user, v_role, 'MEMBER') THEN
                RAISE EXCEPTION 'the role % exists, and % is not a member of it', v_role, current_user
                    USING ERRCODE = '42501', HINT = format('Have its owner run: GRANT %I TO %I', v_role, current_user);
            END IF;
        END;
    END LOOP;
END $$;

-- The keeper of the logins makes them members of dealdesk_user: from PostgreSQL 16 on that takes the right to hand it on.
DO $$
BEGIN
    GRANT dealdesk_user TO dealdesk_logins WITH ADMIN OPTION;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'dealdesk_logins may not hand on dealdesk_user: logins have to be made by hand';
END $$;

-- It ends the sessions of whoever leaves. Without that right their next command is refused all the same.
DO $$
BEGIN
    IF NOT pg_catalog.pg_has_role('dealdesk_logins', 'pg_signal_backend', 'USAGE') THEN
        ALTER ROLE dealdesk_logins INHERIT;
        GRANT pg_signal_backend TO dealdesk_logins;
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'dealdesk_logins may not end sessions: those of people who leave stay open until they close them';
END $$;
