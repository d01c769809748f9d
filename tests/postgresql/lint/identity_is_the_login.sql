-- Within a command current_user is its owner, and a setting is whatever somebody set.
-- Broken by: CREATE OR REPLACE FUNCTION dealdesk.sees_all() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$ SELECT current_user = 'adam' $$
-- Broken by: CREATE FUNCTION dealdesk_steps.other() RETURNS text LANGUAGE sql AS $$ SELECT current_setting('app.user') $$
SELECT p.oid::regprocedure FROM pg_proc p
WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
  AND (regexp_replace(p.prosrc, '''[a-z_]+''', '', 'g') ~* '\m(current_user|current_role|set_config)\M'
       OR replace(p.prosrc, 'current_setting(''transaction_isolation'')', '') ~* '\mcurrent_setting\M');
