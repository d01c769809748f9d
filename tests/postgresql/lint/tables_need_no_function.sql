-- The stored logic is dropped and made again: no column may depend on it.
-- Broken by: ALTER TABLE dealdesk.deals ADD COLUMN other bigint DEFAULT dealdesk.me()
SELECT d.adrelid::regclass FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
WHERE c.relnamespace = 'dealdesk'::regnamespace AND pg_get_expr(d.adbin, d.adrelid) ~ 'dealdesk(_steps)?\.[a-z_]+\(';
