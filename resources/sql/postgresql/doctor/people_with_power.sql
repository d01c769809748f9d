SELECT u.username, r.rolname
FROM dealdesk.users u
CROSS JOIN pg_roles r
WHERE EXISTS (SELECT 1 FROM pg_roles l WHERE l.rolname = u.username)
  AND pg_has_role(u.username::name, r.oid, 'MEMBER')
  AND (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
       OR r.rolname IN ('dealdesk_owner', 'dealdesk_commands', 'dealdesk_logins', 'pg_database_owner', 'pg_read_all_data', 'pg_write_all_data',
                        'pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files', 'pg_signal_backend'))
  AND (r.rolname = u.username OR NOT EXISTS (SELECT 1 FROM pg_roles l WHERE l.rolname = u.username AND l.rolsuper))
ORDER BY 1, 2
