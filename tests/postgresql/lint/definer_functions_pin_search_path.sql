-- A function without a path of its own can be made to call somebody else's functions. Steps as well: they run with a command's rights.
-- Broken by: ALTER FUNCTION dealdesk.me() RESET search_path
-- Broken by: ALTER FUNCTION dealdesk.cmd_comment(uuid, integer, bigint, bigint, text) SET search_path = dealdesk, pg_temp
SELECT p.oid::regprocedure FROM pg_proc p
WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
  AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false);
