-- Nobody signs in as a role of Deal Desk; the keeper alone makes roles.
-- Broken by: ALTER ROLE dealdesk_owner LOGIN
-- Broken by: ALTER ROLE dealdesk_commands CREATEROLE
-- Broken by: ALTER ROLE dealdesk_user BYPASSRLS
SELECT r.rolname FROM pg_roles r
WHERE r.rolname ~ '^dealdesk_'
  AND (r.rolcanlogin OR r.rolsuper OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls OR (r.rolcreaterole AND r.rolname <> 'dealdesk_logins'));
