-- Past the commands, for every table: :table is each of them, :column its first column.

-- 42501: adds a row
INSERT INTO :table DEFAULT VALUES;
-- 42501: changes every row
UPDATE :table SET :column = DEFAULT;
-- 42501: removes every row
DELETE FROM :table;
-- 42501: empties it, which row-level security does not cover
TRUNCATE :table CASCADE;
-- 42501: merges into it
MERGE INTO :table t USING (SELECT 1) s ON false WHEN NOT MATCHED THEN INSERT DEFAULT VALUES;
-- 42501: loads into it
COPY :table FROM STDIN;
-- 42501: keeps everybody out
BEGIN;
LOCK TABLE :table IN ACCESS EXCLUSIVE MODE;
-- 42501: freezes its rows
SELECT :column FROM :table FOR UPDATE;
-- 42501: holds its keys
SELECT :column FROM :table FOR KEY SHARE;
-- 42501: takes it away
DROP TABLE :table CASCADE;
-- 42501: opens it to everybody
GRANT ALL ON :table TO PUBLIC;
-- 42501: switches its guards off
ALTER TABLE :table DISABLE TRIGGER ALL;
-- 42501: shows all of its rows
ALTER TABLE :table DISABLE ROW LEVEL SECURITY;
-- 42501: excuses its owner
ALTER TABLE :table NO FORCE ROW LEVEL SECURITY;
-- 42501: sees more of it
CREATE POLICY mine ON :table USING (true);
-- 42501: does something else instead
CREATE RULE mine AS ON INSERT TO :table DO INSTEAD NOTHING;
-- 42501: has something done at every change
CREATE TRIGGER mine AFTER INSERT ON :table EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();
