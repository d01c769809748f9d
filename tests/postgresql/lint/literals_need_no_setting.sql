-- With standard_conforming_strings off, which anybody may set for themselves, a backslash in a plain literal means something else.
-- Broken by: CREATE FUNCTION dealdesk_steps.other() RETURNS boolean LANGUAGE sql AS $$ SELECT 'x' ~ '\d' $$
SELECT p.oid::regprocedure FROM pg_proc p
WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND regexp_replace(p.prosrc, '\mE''([^''\\]|\\.|'''')*''', '', 'g') ~ '\\';
