-- Every name and verifier goes into the keeper's statements through %I and %L.
-- Broken by: CREATE OR REPLACE FUNCTION dealdesk_steps.switch_login(p_name text, p_is_active boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN EXECUTE 'ALTER ROLE ' || p_name || ' LOGIN'; END $$
SELECT p.oid::regprocedure FROM pg_proc p
WHERE p.proowner = 'dealdesk_logins'::regrole
  AND (SELECT count(*) FROM regexp_matches(p.prosrc, '\mEXECUTE\M', 'g')) <> (SELECT count(*) FROM regexp_matches(p.prosrc,
      '\mEXECUTE format\(''[^''|]*''(, p_[a-z_]+)+\)', 'g'));
