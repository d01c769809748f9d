-- What people call belongs to the commands, never to the tables' owner or to somebody with more.
-- Broken by: ALTER FUNCTION dealdesk.cmd_comment(uuid, integer, bigint, bigint, text) OWNER TO dealdesk_owner
-- Broken by: ALTER FUNCTION dealdesk_steps.refuse(text, jsonb) OWNER TO postgres
SELECT p.oid::regprocedure FROM pg_proc p
WHERE (p.pronamespace = 'dealdesk'::regnamespace AND p.proowner <> 'dealdesk_commands'::regrole)
   OR (p.pronamespace = 'dealdesk_steps'::regnamespace
       AND p.proowner NOT IN ('dealdesk_commands'::regrole, 'dealdesk_owner'::regrole, 'dealdesk_logins'::regrole));
