-- Every command takes and gives the same, so that the client has one statement for all.
-- Broken by: CREATE FUNCTION dealdesk.cmd_other(p_deal bigint) RETURNS void LANGUAGE sql AS ''
SELECT p.oid::regprocedure FROM pg_proc p
WHERE p.pronamespace = 'dealdesk'::regnamespace AND p.proname LIKE 'cmd\_%'
  AND (pg_get_function_identity_arguments(p.oid) <> 'p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text'
       OR p.prorettype <> 'jsonb'::regtype OR p.proretset);
