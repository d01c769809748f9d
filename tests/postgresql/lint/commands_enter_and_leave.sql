-- A command begins with the checks of all of them and is kept in the log. The first administrator has nobody to begin as.
-- Broken by: CREATE FUNCTION dealdesk.cmd_other(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb LANGUAGE sql AS 'SELECT NULL::jsonb'
SELECT p.oid::regprocedure FROM pg_proc p
WHERE p.pronamespace = 'dealdesk'::regnamespace AND p.proname LIKE 'cmd\_%' AND p.proname <> 'cmd_create_first_admin'
  AND (p.prosrc NOT LIKE format('%%dealdesk_steps.enter(p\_command, p\_client, ''%s'', %%', replace(substr(p.proname, 5), '_', '\_'))
       OR p.prosrc !~ 'RETURN dealdesk_steps\.(leave|finish)\(e, ');
