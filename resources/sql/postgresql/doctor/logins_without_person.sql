SELECT r.rolname
FROM pg_roles r
WHERE r.rolcanlogin AND NOT r.rolsuper AND pg_has_role(r.oid, 'dealdesk_user'::regrole, 'MEMBER')
  AND NOT pg_has_role(r.oid, 'dealdesk_owner'::regrole, 'MEMBER') AND NOT EXISTS (SELECT 1 FROM dealdesk.users u WHERE u.username = r.rolname)
ORDER BY 1
