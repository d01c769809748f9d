SELECT n.nspname
FROM pg_namespace n
CROSS JOIN LATERAL aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x
WHERE n.nspname !~ '^pg_' AND x.privilege_type = 'CREATE' AND x.grantee IN (0, 'dealdesk_user'::regrole)
ORDER BY 1
