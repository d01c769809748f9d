-- dealdesk is the face that people see: views, commands and the tables behind them. dealdesk_steps holds what those share; people have
-- no way into it.

CREATE SCHEMA IF NOT EXISTS dealdesk AUTHORIZATION dealdesk_owner;
CREATE SCHEMA IF NOT EXISTS dealdesk_steps AUTHORIZATION dealdesk_owner;

-- What is made later is nobody's until a grant says so.
ALTER DEFAULT PRIVILEGES FOR ROLE dealdesk_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE dealdesk_commands REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE dealdesk_logins REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE dealdesk_owner REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE dealdesk_commands REVOKE USAGE ON TYPES FROM PUBLIC;

SET LOCAL ROLE dealdesk_owner;
GRANT USAGE ON SCHEMA dealdesk TO dealdesk_commands, dealdesk_logins, dealdesk_user;
GRANT USAGE ON SCHEMA dealdesk_steps TO dealdesk_commands, dealdesk_logins;
RESET ROLE;
