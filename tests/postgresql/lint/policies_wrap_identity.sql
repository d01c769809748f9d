-- Identity asked in a sub-select is asked once per statement; asked bare, once per row: sixty times as slow.
-- Broken by: ALTER POLICY people ON dealdesk.users USING (dealdesk.me() IS NOT NULL)
-- Broken by: ALTER POLICY people ON dealdesk.deals USING ((SELECT dealdesk.me()) IS NOT NULL AND (owner_id = dealdesk.me() OR (SELECT dealdesk.sees_all())))
SELECT p.polrelid::regclass || ' ' || p.polname
FROM pg_policy p, LATERAL (SELECT concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))) e (text)
WHERE (SELECT count(*) FROM regexp_matches(e.text, 'dealdesk\.(me|sees_all)\(\)', 'g')) <> (SELECT count(*) FROM regexp_matches(e.text,
    'SELECT dealdesk\.(me|sees_all)\(\)', 'g'))
   OR e.text ~ '(session_user|current_user|current_setting)';
