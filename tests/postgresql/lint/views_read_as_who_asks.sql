-- A view without security_invoker reads with its owner's rights, past row-level security.
-- Broken by: ALTER VIEW dealdesk.deal_list SET (security_invoker = false)
-- Broken by: ALTER VIEW dealdesk.people RESET (security_invoker)
SELECT c.oid::regclass FROM pg_class c
WHERE c.relkind = 'v' AND c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
  AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false);
