SELECT 1 FROM pg_roles r WHERE r.rolname = 'dealdesk_logins' AND NOT r.rolcreaterole
