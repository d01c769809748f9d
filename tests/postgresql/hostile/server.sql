-- The server itself, and the colleagues on it.

-- 42501: ends a colleague's session
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'colleague';
-- 42501: cancels what a colleague is doing
SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = 'colleague';
-- 42501: has the settings read again
SELECT pg_reload_conf();
-- 42501: changes the settings
ALTER SYSTEM SET fsync = off;
-- 42501: begins another log
SELECT pg_rotate_logfile();
-- 42501: begins another journal
SELECT pg_switch_wal();
-- 42501: marks a point to go back to
SELECT pg_create_restore_point('mine');
-- 42501: forgets the statistics
SELECT pg_stat_reset();
-- 42501: begins a backup
SELECT pg_backup_start('mine');
-- 42501: keeps the journal for ever
SELECT pg_create_physical_replication_slot('mine');
-- 42501: reads changes as they are made
SELECT pg_create_logical_replication_slot('mine', 'test_decoding');
-- 42501: makes somebody else the primary
SELECT pg_promote();
-- 42501: writes everything to disk
CHECKPOINT;
-- 42501: keeps the log quiet
SET log_statement = 'none';
-- 42501: keeps errors out of the log
SET log_min_messages = 'panic';
-- 42501: hides its statements
SET track_activities = off;
-- 42501: makes room for endless temporary files
SET temp_file_limit = -1;
-- 42501: looks for deadlocks never
SET deadlock_timeout = '1h';
-- 42501: allows broken pages
SET zero_damaged_pages = on;
-- 42501: loads a library
LOAD '/tmp/evil.so';
-- 42501: loads one of the server's libraries
LOAD 'auto_explain';
-- 42501: has a library loaded at every sign-in
ALTER ROLE :me SET session_preload_libraries = 'auto_explain';
-- 42501: adds an extension
CREATE EXTENSION pg_trgm SCHEMA dealdesk;
-- 42501: adds an extension that reaches other servers
CREATE EXTENSION postgres_fdw SCHEMA dealdesk;
-- 42501: adds an extension that reads files
CREATE EXTENSION file_fdw SCHEMA dealdesk;
-- 42501: removes an extension
DROP EXTENSION plpgsql;
-- 42501: makes a wrapper for other servers
CREATE FOREIGN DATA WRAPPER mine;
-- 42501: makes a database
CREATE DATABASE mine;
-- 42501: drops the database
DROP DATABASE postgres;
-- 42501: gives the database other settings
ALTER DATABASE :database SET search_path = evil;
-- 42501: renames the database
ALTER DATABASE :database RENAME TO mine;
-- 42501: makes a tablespace
CREATE TABLESPACE mine LOCATION '/tmp';
-- 42501: publishes the tables
CREATE PUBLICATION mine FOR TABLE dealdesk.deals;
-- 42501: publishes everything
CREATE PUBLICATION mine FOR ALL TABLES;
-- 42501: subscribes to another server
CREATE SUBSCRIPTION mine CONNECTION 'host=evil' PUBLICATION theirs;
-- 42501: has something done at every change of the schema
CREATE EVENT TRIGGER mine ON ddl_command_start EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();
-- 42501: makes another way of storing tables
CREATE ACCESS METHOD mine TYPE TABLE HANDLER heap_tableam_handler;
-- 42501: changes the server's own tables
UPDATE pg_catalog.pg_class SET relrowsecurity = false;
-- 42501: changes the server's own roles
UPDATE pg_catalog.pg_authid SET rolsuper = true;
-- 55000: leaves a transaction behind that holds its locks for ever
BEGIN;
PREPARE TRANSACTION 'mine';
-- 25001: cleans up within a transaction
BEGIN;
VACUUM dealdesk.deals;
