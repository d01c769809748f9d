-- Takes away what PostgreSQL gives to everybody. What needs more than this login has is tried, left out, and reported by `dealdeskctl doctor`.

DO $$
DECLARE
    v_owner text := (SELECT pg_catalog.pg_get_userbyid(d.datdba) FROM pg_catalog.pg_database d WHERE d.datname = current_database());
BEGIN
    -- also takes the right to make temporary tables
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO dealdesk_user', current_database());
    EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO %I', current_database(), v_owner);
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'the rights on this database were left as they are: % owns it', v_owner;
END $$;

DO $$
BEGIN
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
EXCEPTION WHEN insufficient_privilege OR invalid_schema_name THEN
    RAISE NOTICE 'the schema public was left as it is';
END $$;

-- Nobody but those who migrate writes functions, not even anonymous ones.
DO $$
DECLARE
    v_owner text := (SELECT pg_catalog.pg_get_userbyid(d.datdba) FROM pg_catalog.pg_database d WHERE d.datname = current_database());
BEGIN
    GRANT USAGE ON LANGUAGE plpgsql TO dealdesk_owner, dealdesk_commands, dealdesk_logins;
    EXECUTE format('GRANT USAGE ON LANGUAGE plpgsql TO %I', v_owner);
    REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'the language plpgsql was left as it is';
END $$;

-- Large objects would be a place to write to.
DO $$
BEGIN
    REVOKE EXECUTE ON FUNCTION pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid), pg_catalog.lo_from_bytea(oid, bytea),
                               pg_catalog.lo_put(oid, bigint, bytea), pg_catalog.lo_open(oid, integer), pg_catalog.lo_unlink(oid), pg_catalog.lowrite(integer, bytea) FROM PUBLIC;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'the functions of large objects were left as they are';
END $$;
