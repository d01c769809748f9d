-- What people may read has a policy of theirs, and only what a client asks before it knows who is there is open to every login.
-- Broken by: DROP POLICY people ON dealdesk.deal_tiers
-- Broken by: ALTER POLICY people ON dealdesk.deal_tiers USING (true)
SELECT c.oid::regclass FROM pg_class c
LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'people'
WHERE c.relkind = 'r' AND c.relnamespace = 'dealdesk'::regnamespace AND has_any_column_privilege('dealdesk_user', c.oid, 'SELECT')
  AND (p.oid IS NULL OR (pg_get_expr(p.polqual, p.polrelid) = 'true' AND c.relname NOT IN ('deployment', 'schema_version', 'stored_logic')));
