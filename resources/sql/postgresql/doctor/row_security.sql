SELECT c.oid::regclass::text
FROM pg_class c
WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
ORDER BY 1
