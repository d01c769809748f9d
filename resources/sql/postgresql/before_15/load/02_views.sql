-- Which columns people get is said by the views themselves, which rows by the policies; so their owner may read every column.

SET LOCAL ROLE dealdesk_owner;
GRANT USAGE, CREATE ON SCHEMA dealdesk, dealdesk_steps TO dealdesk_views;
GRANT SELECT ON ALL TABLES IN SCHEMA dealdesk TO dealdesk_views;

DO $$
DECLARE
    v_object record;
BEGIN
    FOR v_object IN SELECT c.oid::regclass AS name, c.relkind FROM pg_catalog.pg_class c
                    WHERE c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND c.relkind IN ('v', 'r') LOOP
        IF v_object.relkind = 'v' THEN
            EXECUTE format('ALTER VIEW %s OWNER TO dealdesk_views', v_object.name);
        ELSE
            -- What the commands, the owner and a superuser read through a view is not less than what they read without it.
            EXECUTE format('CREATE POLICY through_views ON %s FOR SELECT TO dealdesk_views USING ((SELECT current_user IN '
                           '(''dealdesk_commands'', ''dealdesk_owner'') OR (SELECT r.rolsuper FROM pg_catalog.pg_roles r '
                           'WHERE r.rolname = current_user)))', v_object.name);
        END IF;
    END LOOP;
END $$;

REVOKE CREATE ON SCHEMA dealdesk, dealdesk_steps FROM dealdesk_views;
RESET ROLE;

-- The guards read views as dealdesk_owner, who gave them away. Their new owner may run no block of its own.
DO $$
DECLARE
    v_view record;
BEGIN
    SET LOCAL ROLE dealdesk_views;
    FOR v_view IN SELECT c.oid::regclass AS name FROM pg_catalog.pg_class c
                  WHERE c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND c.relkind = 'v' LOOP
        EXECUTE format('GRANT SELECT ON %s TO dealdesk_owner', v_view.name);
    END LOOP;
END $$;

RESET ROLE;
