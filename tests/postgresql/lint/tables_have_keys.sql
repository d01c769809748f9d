-- The feed has one that holds an expression.
-- Broken by: CREATE TABLE dealdesk.other (id bigint)
SELECT c.oid::regclass FROM pg_class c
WHERE c.relkind = 'r' AND c.relnamespace = 'dealdesk'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)
  AND c.relname <> 'change_feed';
