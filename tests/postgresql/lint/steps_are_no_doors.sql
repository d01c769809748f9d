-- What commands share runs with the rights of whoever calls it: granted by mistake, it would open nothing.
-- Broken by: ALTER FUNCTION dealdesk_steps.require_admin(dealdesk_steps.entry) SECURITY DEFINER
SELECT p.oid::regprocedure FROM pg_proc p
WHERE p.prosecdef AND p.pronamespace = 'dealdesk_steps'::regnamespace AND p.proowner = 'dealdesk_commands'::regrole;
