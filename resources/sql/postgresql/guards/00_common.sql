-- What the guards share. They are triggers on the tables, for whoever writes: commands, the owner, somebody with a grant that nobody meant to give.
-- Each runs as the tables' owner, so that it sees everything, and knows the person by their login.

-- For what is written once and for all, and for what is never taken away.
CREATE FUNCTION dealdesk_steps.guard_never() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse('forbidden');
    RETURN NULL;
END $$;

-- A person acts in their own name. Who migrates is no person of Deal Desk, and is believed.
CREATE FUNCTION dealdesk_steps.require_own_name(p_user bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_me bigint := dealdesk.me();
BEGIN
    PERFORM dealdesk_steps.refuse_if(v_me IS NOT NULL AND p_user IS DISTINCT FROM v_me, 'forbidden');
END $$;

-- While an import brings a deal, its story is told and not made.
CREATE FUNCTION dealdesk_steps.is_being_imported(p_deal bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM dealdesk.deal_states s WHERE s.deal_id = p_deal AND s.is_being_imported);
END $$;

-- No table is emptied at once, which fires no other trigger. The feed is no record.
DO $$
DECLARE
    v_table regclass;
BEGIN
    FOR v_table IN
        SELECT c.oid FROM pg_catalog.pg_class c
        WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relkind = 'r' AND c.relname <> 'change_feed'
        ORDER BY c.relname
    LOOP
        EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never()', v_table);
    END LOOP;
END $$;
