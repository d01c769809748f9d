-- Unlogged tables are empty after a crash.
-- Broken by: CREATE UNLOGGED TABLE dealdesk.other (id bigint PRIMARY KEY)
SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relpersistence <> 'p';
