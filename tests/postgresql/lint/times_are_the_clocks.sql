-- A transaction's time can be hours old when it writes.
-- Broken by: CREATE FUNCTION dealdesk_steps.other() RETURNS timestamptz LANGUAGE sql AS $$ SELECT now() $$
SELECT p.oid::regprocedure::text FROM pg_proc p
WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
  AND p.prosrc ~* '\m(now\(\)|current_timestamp|current_date|localtimestamp|transaction_timestamp)'
UNION ALL
SELECT c.oid::regclass::text FROM pg_class c
WHERE c.relkind = 'v' AND c.relnamespace = 'dealdesk'::regnamespace
    AND pg_get_viewdef(c.oid) ~* '\m(now\(\)|current_timestamp|current_date|localtimestamp|transaction_timestamp)'
UNION ALL
SELECT d.adrelid::regclass::text FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
WHERE c.relnamespace = 'dealdesk'::regnamespace AND pg_get_expr(d.adbin,
    d.adrelid) ~* '\m(now\(\)|current_timestamp|current_date|localtimestamp|transaction_timestamp)';
