-- A leakproof function may see rows before row-level security has looked at them.
-- Broken by: ALTER FUNCTION dealdesk_steps.refuse(text, jsonb) LEAKPROOF
SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND p.proleakproof;
