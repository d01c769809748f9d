-- On every table, and for its owner as well.
-- Broken by: ALTER TABLE dealdesk.deals NO FORCE ROW LEVEL SECURITY
-- Broken by: ALTER TABLE dealdesk.users DISABLE ROW LEVEL SECURITY
-- Broken by: CREATE TABLE dealdesk.other (id bigint PRIMARY KEY)
SELECT c.oid::regclass FROM pg_class c
WHERE c.relkind = 'r' AND c.relnamespace = 'dealdesk'::regnamespace AND NOT (c.relrowsecurity AND c.relforcerowsecurity);
