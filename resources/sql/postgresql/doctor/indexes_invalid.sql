SELECT i.indexrelid::regclass::text
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = 'dealdesk'::regnamespace AND NOT (i.indisvalid AND i.indisready)
ORDER BY 1
