SELECT u.username
FROM dealdesk.users u
WHERE u.is_active AND NOT EXISTS (SELECT 1 FROM pg_roles r
                                  WHERE r.rolname = u.username AND r.rolcanlogin AND pg_has_role(r.oid, 'dealdesk_user'::regrole, 'MEMBER'))
ORDER BY 1
