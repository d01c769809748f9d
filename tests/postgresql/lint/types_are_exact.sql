-- Money is counted in cents, ratios in millionths, and an instant knows its zone.
-- Broken by: ALTER TABLE dealdesk.deals ADD COLUMN other double precision
-- Broken by: ALTER TABLE dealdesk.deals ADD COLUMN other timestamp
SELECT c.oid::regclass || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relkind = 'r' AND c.relnamespace = 'dealdesk'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
  AND format_type(a.atttypid, a.atttypmod) NOT IN ('bigint', 'integer', 'text', 'boolean', 'date', 'jsonb', 'uuid', 'xid8', 'timestamp(3) with time zone');
