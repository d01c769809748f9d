SELECT 1
WHERE NOT EXISTS (SELECT 1 FROM pg_auth_members m
                  WHERE m.roleid = 'dealdesk_user'::regrole AND m.member = 'dealdesk_logins'::regrole AND m.admin_option)
