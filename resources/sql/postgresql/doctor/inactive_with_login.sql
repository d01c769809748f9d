SELECT u.username FROM dealdesk.users u JOIN pg_roles r ON r.rolname = u.username AND r.rolcanlogin WHERE NOT u.is_active ORDER BY 1
