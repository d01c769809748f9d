-- Materialized views, foreign tables, partitions, rules and inherited tables have no row-level security of their own.
-- Broken by: CREATE MATERIALIZED VIEW dealdesk.copy AS SELECT 1
-- Broken by: CREATE RULE other AS ON UPDATE TO dealdesk.deals DO NOTHING
-- Broken by: CREATE TABLE dealdesk.child () INHERITS (dealdesk.deals)
SELECT c.oid::regclass::text FROM pg_class c
WHERE c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND c.relkind NOT IN ('r', 'v', 'i', 'S', 'c')
UNION ALL
SELECT r.rulename FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE c.relnamespace = 'dealdesk'::regnamespace AND r.rulename <> '_RETURN'
UNION ALL
SELECT i.inhrelid::regclass::text FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relkind = 'r';
