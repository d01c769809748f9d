-- what one of our roles is beyond what it should be; the keeper of the logins alone makes roles
SELECT r.rolname, a.word
FROM pg_roles r
CROSS JOIN LATERAL (VALUES ('LOGIN', r.rolcanlogin), ('SUPERUSER', r.rolsuper), ('CREATEDB', r.rolcreatedb), ('REPLICATION', r.rolreplication),
                           ('BYPASSRLS', r.rolbypassrls), ('CREATEROLE', r.rolcreaterole AND r.rolname <> 'dealdesk_logins')) a (word, is_set)
WHERE r.rolname IN ('dealdesk_owner', 'dealdesk_commands', 'dealdesk_logins', 'dealdesk_user') AND a.is_set
ORDER BY 1, 2
