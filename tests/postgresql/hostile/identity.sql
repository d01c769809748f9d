-- Being somebody else, or more than one is.

-- 42501: becomes a colleague
SET ROLE colleague;
-- 42501: becomes the tables' owner
SET ROLE dealdesk_owner;
-- 42501: becomes the commands
SET ROLE dealdesk_commands;
-- 42501: becomes the keeper of logins
SET ROLE dealdesk_logins;
-- 42501: becomes the server's administrator
SET ROLE postgres;
-- 42501: becomes the owner by a setting
SELECT set_config('role', 'dealdesk_owner', false);
-- 42501: is a colleague for this session
SET SESSION AUTHORIZATION colleague;
-- 42501: is a colleague by a setting
SELECT set_config('session_authorization', 'colleague', false);
-- 42501: writes as the group
SET ROLE dealdesk_user;
UPDATE dealdesk.deals SET deal_name = 'mine';
-- DD403: decides in the group's name
SET ROLE dealdesk_user;
SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, 2, 1, '{"approval_id": :trading_task, "decision": "approve"}');
-- DD403: decides under a name of its own choosing
SELECT set_config('app.user', 'colleague', false), set_config('dealdesk.me', '1', false), set_config('application_name', 'colleague', false);
SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, 2, 1, '{"approval_id": :trading_task, "decision": "approve"}');
-- 42501: is the server's administrator from now on
ALTER ROLE :me SUPERUSER;
-- 42501: may make logins
ALTER ROLE :me CREATEROLE;
-- 42501: may make databases
ALTER ROLE :me CREATEDB;
-- 42501: may copy the server
ALTER ROLE :me REPLICATION;
-- 42501: is above row-level security
ALTER ROLE :me BYPASSRLS;
-- 0A000: takes another name
ALTER ROLE :me RENAME TO somebody;
-- 42501: gives a colleague another name
ALTER ROLE colleague RENAME TO somebody;
-- 42501: may open any number of connections
ALTER ROLE :me CONNECTION LIMIT -1;
-- 42501: makes a login
CREATE ROLE mine LOGIN;
-- 42501: makes a login that belongs here
CREATE ROLE mine LOGIN IN ROLE dealdesk_user;
-- 42501: locks a colleague out
ALTER ROLE colleague NOLOGIN;
-- 42501: gives a colleague another password
ALTER ROLE colleague PASSWORD 'known';
-- 42501: gives a colleague other settings
ALTER ROLE colleague SET search_path = evil;
-- 42501: removes a colleague's login
DROP ROLE colleague;
-- 42501: takes the owner's rights
GRANT dealdesk_owner TO :me;
-- 42501: takes the commands' rights
GRANT dealdesk_commands TO :me;
-- 42501: takes the keeper's rights
GRANT dealdesk_logins TO :me;
-- 42501: lets somebody else in
GRANT dealdesk_user TO bystander;
-- 42501: throws a colleague out
REVOKE dealdesk_user FROM colleague;
-- 42501: reads everything
GRANT pg_read_all_data TO :me;
-- 42501: writes everything
GRANT pg_write_all_data TO :me;
-- 42501: reads files
GRANT pg_read_server_files TO :me;
-- 42501: ends others' sessions
GRANT pg_signal_backend TO :me;
-- 42501: takes over what the owner has
REASSIGN OWNED BY dealdesk_owner TO :me;
-- 42501: drops what the owner has
DROP OWNED BY dealdesk_owner;
-- 42501: has future tables opened
ALTER DEFAULT PRIVILEGES FOR ROLE dealdesk_owner GRANT ALL ON TABLES TO PUBLIC;
-- 42501: takes a table
ALTER TABLE dealdesk.deals OWNER TO :me;
-- 42501: takes a command
ALTER FUNCTION dealdesk.cmd_decide(uuid, integer, bigint, bigint, text) OWNER TO :me;
