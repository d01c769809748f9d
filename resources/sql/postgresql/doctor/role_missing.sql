SELECT w.name
FROM unnest(ARRAY['dealdesk_owner', 'dealdesk_commands', 'dealdesk_logins', 'dealdesk_user']) w (name)
WHERE NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = w.name)
