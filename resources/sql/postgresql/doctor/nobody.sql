SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM dealdesk.users u WHERE u.is_active AND u.role = 'admin')
