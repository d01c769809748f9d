SELECT 1
FROM pg_language l
CROSS JOIN LATERAL aclexplode(coalesce(l.lanacl, acldefault('l', l.lanowner))) x
WHERE l.lanname = 'plpgsql' AND x.grantee IN (0, 'dealdesk_user'::regrole)
