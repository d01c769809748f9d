-- As on SQLite, and whatever a new libc thinks of letters.
-- Broken by: ALTER TABLE dealdesk.deals ADD COLUMN other text
SELECT c.oid::regclass || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relkind = 'r' AND c.relnamespace = 'dealdesk'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped AND a.attcollation <> 0
  AND a.attcollation <> '"C"'::regcollation AND c.relname NOT IN ('schema_version', 'stored_logic');
