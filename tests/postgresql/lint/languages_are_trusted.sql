-- Nothing here can leave the database.
-- Broken by: CREATE FUNCTION dealdesk_steps.other() RETURNS void LANGUAGE internal AS 'int4out'
SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND l.lanname NOT IN ('plpgsql', 'sql');
