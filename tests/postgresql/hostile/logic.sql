-- Changing, shadowing or getting behind the stored logic.

-- 42501: makes a table to shadow another
CREATE TEMP TABLE users (id bigint, username text, role text, is_active boolean);
-- 42501: makes a function to shadow another
CREATE FUNCTION pg_temp.lower(text) RETURNS text LANGUAGE sql AS 'SELECT ''admin''';
-- 42501: makes a view to shadow another
CREATE TEMP VIEW users AS SELECT 1 AS id;
-- 42501: makes a sequence to shadow another
CREATE TEMP SEQUENCE deals_id_seq;
-- 42501: makes a schema
CREATE SCHEMA evil;
-- 42501: makes a table in the desk
CREATE TABLE dealdesk.mine (id bigint);
-- 42501: makes a table in public
CREATE TABLE public.mine (id bigint);
-- 42501: makes a function in the desk
CREATE FUNCTION dealdesk.me(text) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
-- 42501: makes a function in public
CREATE FUNCTION public.leak(text) RETURNS boolean LANGUAGE sql COST 0.0000001 AS 'SELECT true';
-- 42501: makes a function among the server's own
CREATE FUNCTION pg_catalog.lower(bigint) RETURNS text LANGUAGE sql AS 'SELECT ''x''';
-- 42501: writes a function on the fly
DO $$ BEGIN RAISE NOTICE 'here'; END $$;
-- 42501: makes an operator
CREATE OPERATOR public.= (LEFTARG = bigint, RIGHTARG = text, FUNCTION = pg_catalog.texteq);
-- 42501: makes a cast
CREATE CAST (text AS bigint) WITH INOUT AS IMPLICIT;
-- 42501: makes a type
CREATE TYPE public.mine AS (id bigint);
-- 42501: makes a domain
CREATE DOMAIN public.mine AS text;
-- 42501: makes an aggregate
CREATE AGGREGATE public.mine (bigint) (SFUNC = pg_catalog.int8pl, STYPE = bigint);
-- 42501: makes a sequence in the desk
CREATE SEQUENCE dealdesk.mine;
-- 42501: makes a conversion
CREATE CONVERSION public.mine FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
-- 42501: makes a collation
CREATE COLLATION public.mine FROM "C";
-- 42501: makes a language
CREATE LANGUAGE mine HANDLER plpgsql_call_handler;
-- 42501: replaces the identity
CREATE OR REPLACE FUNCTION dealdesk.me() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
-- 42501: replaces a command
CREATE OR REPLACE FUNCTION dealdesk.cmd_decide(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb LANGUAGE sql AS 'SELECT ''{}''::jsonb';
-- 42501: drops a command
DROP FUNCTION dealdesk.cmd_decide(uuid, integer, bigint, bigint, text);
-- 42501: has a command run as whoever calls it
ALTER FUNCTION dealdesk.cmd_decide(uuid, integer, bigint, bigint, text) SECURITY INVOKER;
-- 42501: lets a command look elsewhere first
ALTER FUNCTION dealdesk.cmd_decide(uuid, integer, bigint, bigint, text) SET search_path = evil, pg_catalog;
-- 42501: has a view read with its owner's rights
ALTER VIEW dealdesk.deal_list SET (security_invoker = false);
-- 42501: replaces a view
CREATE OR REPLACE VIEW dealdesk.people AS SELECT 1 AS id;
-- 42501: drops a policy
DROP POLICY people ON dealdesk.deals;
-- 42501: loosens a policy
ALTER POLICY people ON dealdesk.deals USING (true);
-- 42501: drops a guard
DROP TRIGGER deal_approvals_with_authority ON dealdesk.deal_approvals;
-- 42501: drops a rule on values
ALTER TABLE dealdesk.deal_tiers DROP CONSTRAINT deal_tiers_annual_revenue_check;
-- 42501: drops an index
DROP INDEX dealdesk.users_username_key;
-- 42501: makes an index
CREATE INDEX mine ON dealdesk.deals (deal_name);
-- 42501: makes statistics, which tell of hidden rows
CREATE STATISTICS public.mine ON status, region FROM dealdesk.deals;
-- 42501: looks a table through to learn of hidden rows
REINDEX TABLE dealdesk.deals;
-- 42501: renames a column
ALTER TABLE dealdesk.deals RENAME COLUMN owner_id TO owner;
-- 42501: renames the desk
ALTER SCHEMA dealdesk RENAME TO desk;
-- 42501: removes the desk
DROP SCHEMA dealdesk CASCADE;
-- 42501: describes a table wrongly
COMMENT ON TABLE dealdesk.deals IS 'empty';
-- 42501: says that the desk is open
UPDATE dealdesk.deployment SET maintenance = NULL, min_client = 1;
-- 42501: swallows triggers
SET session_replication_role = replica;
-- 42501: runs the first step of a command
SELECT dealdesk_steps.enter(gen_random_uuid(), 1, 'decide', 2, 1, '{}');
-- 42501: ends a command that it did not begin
SELECT dealdesk_steps.finish(NULL, '{}', 2);
-- 42501: opens tasks
SELECT dealdesk_steps.open_stage(NULL, 2, 2);
-- 42501: withdraws tasks
SELECT dealdesk_steps.withdraw(NULL, 2, 'no');
-- 42501: writes content
SELECT dealdesk_steps.write_content(1, 1, '{}');
-- 42501: takes a number
SELECT dealdesk_steps.create_deal(1, 'submission_draft');
-- 42501: fills a line of the steps' type
SELECT ROW(NULL, 1, 'admin', 'admin', NULL, NULL, 'decide', 2, 1, '{}', '', NULL)::dealdesk_steps.entry;
-- 42501: makes itself the first administrator
SELECT dealdesk.cmd_create_first_admin(gen_random_uuid(), 1, NULL, NULL, '{"username": ":me", "email": "x@example.com"}');
-- 42501: takes a deal's next id
SELECT nextval('dealdesk.deals_id_seq');
-- 42501: sets a deal's next id
SELECT setval('dealdesk.deals_id_seq', 1);
-- 42501: looks at the next id
SELECT last_value FROM dealdesk.deals_id_seq;
