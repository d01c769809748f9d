SELECT username FROM accounts WHERE role = 'admin' AND is_active ORDER BY id LIMIT 1
