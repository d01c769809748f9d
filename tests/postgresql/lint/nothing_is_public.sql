-- Everybody on the server has nothing here: no function, table, view, column, sequence, type or schema.
-- Broken by: GRANT EXECUTE ON FUNCTION dealdesk.cmd_comment(uuid, integer, bigint, bigint, text) TO PUBLIC
-- Broken by: CREATE FUNCTION dealdesk_steps.open() RETURNS void LANGUAGE sql AS ''
-- Broken by: GRANT SELECT ON dealdesk.deals TO PUBLIC
-- Broken by: GRANT SELECT (id) ON dealdesk.deals TO PUBLIC
-- Broken by: GRANT USAGE ON SCHEMA dealdesk TO PUBLIC
SELECT p.oid::regprocedure::text FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
WHERE a.grantee = 0 AND p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
UNION ALL
SELECT c.oid::regclass::text FROM pg_class c, aclexplode(c.relacl) a
WHERE a.grantee = 0 AND c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
UNION ALL
SELECT c.oid::regclass || '.' || t.attname FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(t.attacl) a
WHERE a.grantee = 0 AND c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
UNION ALL
SELECT n.nspname FROM pg_namespace n, aclexplode(n.nspacl) a WHERE a.grantee = 0 AND n.nspname LIKE 'dealdesk%';
