SELECT string_agg(p.oid::regprocedure::text, ', ' ORDER BY p.oid)
FROM pg_proc p
CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_put', 'lo_open', 'lo_unlink')
  AND x.grantee = 0 AND x.privilege_type = 'EXECUTE'
HAVING count(*) > 0
