-- What people call, the guards and the login keeper run with the rights of their owner: a guard under somebody's row-level security sees too little.
-- Broken by: ALTER FUNCTION dealdesk.cmd_comment(uuid, integer, bigint, bigint, text) SECURITY INVOKER
-- Broken by: ALTER FUNCTION dealdesk_steps.guard_deals_identity() SECURITY INVOKER
SELECT p.oid::regprocedure FROM pg_proc p
WHERE NOT p.prosecdef
  AND (p.pronamespace = 'dealdesk'::regnamespace
       OR (p.pronamespace = 'dealdesk_steps'::regnamespace AND p.proowner IN ('dealdesk_owner'::regrole, 'dealdesk_logins'::regrole)));
