-- An owner is above row-level security and grants: tables, views and schemas are not the commands'.
-- Broken by: ALTER TABLE dealdesk.deals OWNER TO dealdesk_commands
-- Broken by: ALTER SCHEMA dealdesk_steps OWNER TO dealdesk_commands
SELECT c.oid::regclass::text FROM pg_class c
WHERE c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND c.relkind <> 'c' AND c.relowner <> 'dealdesk_owner'::regrole
UNION ALL
SELECT n.nspname FROM pg_namespace n WHERE n.nspname LIKE 'dealdesk%' AND n.nspowner <> 'dealdesk_owner'::regrole;
