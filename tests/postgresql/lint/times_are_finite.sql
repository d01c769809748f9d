-- 'infinity' is a date for PostgreSQL, and for nobody else.
-- Broken by: ALTER TABLE dealdesk.deals ADD COLUMN other date
SELECT c.oid::regclass || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relkind = 'r' AND c.relnamespace = 'dealdesk'::regnamespace AND a.attnum > 0 AND a.atttypid IN ('timestamptz'::regtype, 'date'::regtype)
  AND c.relname NOT IN ('change_feed', 'schema_version', 'stored_logic')
  AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum]
      AND pg_get_constraintdef(k.oid) = format('CHECK (isfinite(%s))', a.attname));
