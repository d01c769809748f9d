-- What was added without looking at the rows that were there holds for nothing.
-- Broken by: ALTER TABLE dealdesk.deals ADD CONSTRAINT other CHECK (id <> 7) NOT VALID
SELECT k.conname::text FROM pg_constraint k WHERE k.connamespace = 'dealdesk'::regnamespace AND NOT k.convalidated
UNION ALL
SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = 'dealdesk'::regnamespace AND NOT (i.indisvalid AND i.indisready);
