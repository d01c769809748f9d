-- STABLE lets a policy's sub-select be asked once.
-- Broken by: ALTER FUNCTION dealdesk.me() VOLATILE
-- Broken by: ALTER FUNCTION dealdesk.sees_all() IMMUTABLE
SELECT p.oid::regprocedure FROM pg_proc p WHERE p.oid IN ('dealdesk.me()'::regprocedure, 'dealdesk.sees_all()'::regprocedure) AND p.provolatile <> 's';
