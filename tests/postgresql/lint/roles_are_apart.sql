-- None of them is another, but that the keeper hands on membership of people and ends sessions, where it may.
-- Broken by: GRANT dealdesk_owner TO dealdesk_commands
-- Broken by: GRANT dealdesk_commands TO dealdesk_user
-- Broken by: GRANT pg_read_all_data TO dealdesk_user
SELECT m.member::regrole || ' in ' || m.roleid::regrole FROM pg_auth_members m
WHERE m.member IN (SELECT r.oid FROM pg_roles r WHERE r.rolname ~ '^dealdesk_')
  AND NOT (m.member = 'dealdesk_logins'::regrole AND m.roleid::regrole::text IN ('dealdesk_user', 'pg_signal_backend'));
