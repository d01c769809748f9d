-- Before the stored logic is made anew, as dealdesk_owner: everything of it goes, the newest first, so that nothing is taken along by CASCADE that
-- somebody else built on it. Row-level security is off meanwhile, for nobody has a policy; the tables are locked until all of it is back.

DO $$
DECLARE
    v_old record;
BEGIN
    -- commands hold their person first: those under way end, new ones wait here, and whoever only reads passes
    LOCK TABLE dealdesk.users IN EXCLUSIVE MODE;
    -- then whoever reads, who holds a view before its tables
    FOR v_old IN SELECT c.oid::regclass AS name FROM pg_catalog.pg_class c
                 WHERE c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND c.relkind = 'v' ORDER BY c.oid DESC LOOP
        EXECUTE format('DROP VIEW %s', v_old.name);
    END LOOP;
    FOR v_old IN SELECT p.polname, p.polrelid::regclass AS of_table FROM pg_catalog.pg_policy p
                 JOIN pg_catalog.pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'dealdesk'::regnamespace LOOP
        EXECUTE format('DROP POLICY %I ON %s', v_old.polname, v_old.of_table);
    END LOOP;
    FOR v_old IN SELECT c.oid::regclass AS name FROM pg_catalog.pg_class c
                 WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity LOOP
        EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', v_old.name);
    END LOOP;
    FOR v_old IN SELECT t.tgname, t.tgrelid::regclass AS of_table FROM pg_catalog.pg_trigger t
                 JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'dealdesk'::regnamespace AND NOT t.tgisinternal LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', v_old.tgname, v_old.of_table);
    END LOOP;
    FOR v_old IN SELECT p.oid::regprocedure AS name FROM pg_catalog.pg_proc p
                 WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) ORDER BY p.oid DESC LOOP
        EXECUTE format('DROP FUNCTION %s', v_old.name);
    END LOOP;
    FOR v_old IN SELECT c.reltype::regtype AS name FROM pg_catalog.pg_class c
                 WHERE c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND c.relkind = 'c' ORDER BY c.oid DESC LOOP
        EXECUTE format('DROP TYPE %s', v_old.name);
    END LOOP;
END $$;
