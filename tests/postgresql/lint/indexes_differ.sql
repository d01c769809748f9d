-- An index that says what another one says only costs.
-- Broken by: CREATE INDEX other ON dealdesk.deals (created_at, id)
SELECT a.indexrelid::regclass || ' ' || b.indexrelid::regclass FROM pg_index a JOIN pg_index b ON b.indrelid = a.indrelid AND b.indexrelid > a.indexrelid
JOIN pg_class c ON c.oid = a.indrelid
WHERE c.relnamespace = 'dealdesk'::regnamespace AND a.indkey = b.indkey AND a.indoption = b.indoption AND a.indisunique = b.indisunique
  AND coalesce(pg_get_expr(a.indexprs, a.indrelid), '') = coalesce(pg_get_expr(b.indexprs, b.indrelid), '')
  AND coalesce(pg_get_expr(a.indpred, a.indrelid), '') = coalesce(pg_get_expr(b.indpred, b.indrelid), '');
