-- Anybody who is signed in could take one and hold up everybody else.
-- Broken by: CREATE FUNCTION dealdesk_steps.other() RETURNS void LANGUAGE sql AS $$ SELECT pg_advisory_xact_lock(1) $$
SELECT p.oid::regprocedure FROM pg_proc p
WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND p.prosrc ~* 'pg_(try_)?advisory';
