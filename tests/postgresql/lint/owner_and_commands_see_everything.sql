-- A guard or a command that sees too little decides wrongly.
-- Broken by: DROP POLICY owner ON dealdesk.deals
-- Broken by: ALTER POLICY commands ON dealdesk.deals USING (id > 0)
SELECT c.oid::regclass || ' ' || r.name FROM pg_class c
CROSS JOIN (VALUES ('owner', 'dealdesk_owner'::regrole), ('commands', 'dealdesk_commands'::regrole)) r (name, role)
WHERE c.relkind = 'r' AND c.relnamespace = 'dealdesk'::regnamespace
  AND NOT EXISTS (SELECT 1 FROM pg_policy p
                  WHERE p.polrelid = c.oid AND p.polname = r.name AND p.polroles = ARRAY[r.role::oid] AND p.polcmd = '*'
                    AND pg_get_expr(p.polqual, p.polrelid) = 'true' AND pg_get_expr(p.polwithcheck, p.polrelid) = 'true');
