SELECT 1 WHERE NOT pg_has_role('dealdesk_logins', 'pg_signal_backend', 'USAGE')
