-- So that dealdesk_owner may drop them; load/ gives them to dealdesk_views again.

DO $$
DECLARE
    v_view record;
BEGIN
    FOR v_view IN SELECT c.oid::regclass AS name FROM pg_catalog.pg_class c
                  WHERE c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND c.relkind = 'v'
                    AND pg_catalog.pg_get_userbyid(c.relowner) = 'dealdesk_views' LOOP
        EXECUTE format('ALTER VIEW %s OWNER TO dealdesk_owner', v_view.name);
    END LOOP;
END $$;
