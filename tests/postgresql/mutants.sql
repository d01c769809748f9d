-- Statements that each take one stone out of the wall, made from the catalogue: kind, what, statement.
SELECT 'trigger', t.tgname || ' on ' || t.tgrelid::regclass, format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass)
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'dealdesk'::regnamespace AND NOT t.tgisinternal
UNION ALL
SELECT 'policy', 'drop ' || p.polname || ' on ' || p.polrelid::regclass, format('DROP POLICY %I ON %s', p.polname, p.polrelid::regclass)
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'dealdesk'::regnamespace
UNION ALL
SELECT 'policy', 'open ' || p.polname || ' on ' || p.polrelid::regclass, format('ALTER POLICY %I ON %s USING (true)', p.polname, p.polrelid::regclass)
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'dealdesk'::regnamespace AND pg_get_expr(p.polqual, p.polrelid) <> 'true'
UNION ALL
-- each condition of a policy's by itself: the login's owner of a draft, the administrator, the topic, …
SELECT 'policy', 'everybody is an administrator',
    $$CREATE OR REPLACE FUNCTION dealdesk.sees_all() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN true; END'$$
UNION ALL
SELECT 'row security', v.what || ' on ' || c.oid::regclass, format('ALTER TABLE %s %s ROW LEVEL SECURITY', c.oid::regclass, v.what)
FROM pg_class c CROSS JOIN (VALUES ('DISABLE'), ('NO FORCE')) v (what) WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relkind = 'r'
UNION ALL
SELECT 'view', c.oid::regclass::text, format('ALTER VIEW %s SET (security_invoker = false)', c.oid::regclass)
FROM pg_class c WHERE c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND c.relkind = 'v'
UNION ALL
SELECT 'path', p.oid::regprocedure::text, format('ALTER FUNCTION %s RESET search_path', p.oid::regprocedure)
FROM pg_proc p WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
UNION ALL
SELECT 'rights of', p.oid::regprocedure::text, format('ALTER FUNCTION %s SECURITY %s', p.oid::regprocedure, CASE WHEN p.prosecdef THEN 'INVOKER' ELSE 'DEFINER' END)
FROM pg_proc p WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
UNION ALL
SELECT 'grant', 'everybody calls ' || p.oid::regprocedure, format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', p.oid::regprocedure)
FROM pg_proc p WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
UNION ALL
SELECT 'grant', 'people ' || r.name || ' ' || c.oid::regclass, format('GRANT %s ON %s TO dealdesk_user', r.name, c.oid::regclass)
FROM pg_class c CROSS JOIN (VALUES ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE')) r (name) WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relkind = 'r'
UNION ALL
SELECT 'grant', format('people read %s.%s', c.oid::regclass, a.attname), format('GRANT SELECT (%I) ON %s TO dealdesk_user', a.attname, c.oid::regclass)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relkind = 'r' AND NOT has_column_privilege('dealdesk_user', c.oid, a.attnum, 'SELECT')
UNION ALL
SELECT 'grant', 'commands ' || r.name || ' ' || c.oid::regclass, format('GRANT %s ON %s TO dealdesk_commands', r.name, c.oid::regclass)
FROM pg_class c CROSS JOIN (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE')) r (name)
WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relkind = 'r' AND NOT has_table_privilege('dealdesk_commands', c.oid, r.name)
UNION ALL
SELECT 'revoke', s, s FROM unnest(ARRAY['GRANT USAGE ON SCHEMA dealdesk TO PUBLIC', 'GRANT USAGE ON SCHEMA dealdesk_steps TO dealdesk_user',
    'GRANT CREATE ON SCHEMA dealdesk TO dealdesk_commands',
    'GRANT CREATE ON SCHEMA public TO PUBLIC', 'GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC', 'GRANT EXECUTE ON FUNCTION lo_create(oid) TO PUBLIC',
        'GRANT EXECUTE ON FUNCTION lowrite(integer, bytea) TO PUBLIC',
    format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO PUBLIC', current_database()),
        'ALTER DEFAULT PRIVILEGES FOR ROLE dealdesk_commands GRANT EXECUTE ON FUNCTIONS TO PUBLIC',
    'ALTER ROLE dealdesk_commands BYPASSRLS', 'ALTER ROLE dealdesk_user LOGIN', 'GRANT dealdesk_owner TO dealdesk_user',
        'GRANT dealdesk_logins TO dealdesk_commands']) s;
