-- Text that is run as SQL is where injections live. The login keeper alone cannot do without.
-- Broken by: CREATE FUNCTION dealdesk_steps.other() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'SELECT 1'; END $$
SELECT p.oid::regprocedure FROM pg_proc p
WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND p.proowner <> 'dealdesk_logins'::regrole
  AND p.prosrc ~* '\m(execute|query_to_xml|table_to_xml|cursor_to_xml|dblink|format)\M\s*[(''$a-z]'
      AND p.prosrc ~* '\m(execute|query_to_xml|table_to_xml|cursor_to_xml|dblink)\M';
