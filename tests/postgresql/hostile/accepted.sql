-- What the server lets everybody do, and why it may. No more than ten.

-- accepted: forges a notice | there is no right to withhold; a notice only says "look", and what is looked at is read under the reader's own rights
BEGIN;
NOTIFY dealdesk_changes, 'all is lost';
ROLLBACK;
-- accepted: listens | notices carry no data
LISTEN dealdesk_changes;
-- accepted: holds an advisory lock | no command uses one
SELECT pg_advisory_lock(1);
-- accepted: works without a time limit | cannot be refused; limited by the number of connections, ended by an administrator
SET statement_timeout = 0;
SELECT pg_sleep(0.01), count(*) FROM generate_series(1, 1000) a CROSS JOIN generate_series(1, 100) b;
-- accepted: takes more memory for itself | as above
SET work_mem = '1GB';
-- accepted: does not wait for the disk | only its own last second is at stake
SET synchronous_commit = off;
-- accepted: changes its own settings | nothing rests on them; every function sets its own search_path
BEGIN;
ALTER ROLE :me SET search_path = evil;
ROLLBACK;
-- accepted: changes its own password | it is theirs; who wants more uses certificates or tokens, which have none
BEGIN;
ALTER ROLE :me PASSWORD 'another';
ROLLBACK;
-- accepted: reads the stored logic and its policies | there is no secret in them
SELECT prosrc FROM pg_proc WHERE proname = 'cmd_decide';
-- accepted: sees roughly how many rows a table has | an estimate for the planner; not which rows
SELECT reltuples FROM pg_class WHERE oid = 'dealdesk.deals'::regclass;
