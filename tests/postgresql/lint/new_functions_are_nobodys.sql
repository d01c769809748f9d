-- What a later step makes is not everybody's until somebody remembers.
-- Broken by: ALTER DEFAULT PRIVILEGES FOR ROLE dealdesk_owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC
SELECT r.rolname FROM pg_roles r
WHERE r.rolname IN ('dealdesk_owner', 'dealdesk_commands', 'dealdesk_logins')
  AND NOT EXISTS (SELECT 1 FROM pg_default_acl d WHERE d.defaclrole = r.oid AND d.defaclnamespace = 0 AND d.defaclobjtype = 'f'
                    AND NOT EXISTS (SELECT 1 FROM aclexplode(d.defaclacl) a WHERE a.grantee = 0));
