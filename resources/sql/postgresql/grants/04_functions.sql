-- Who may call what. Each kind of function is granted by the role that owns it; what no line names is its owner's alone.

SET LOCAL ROLE dealdesk_commands;

GRANT EXECUTE ON FUNCTION dealdesk.me(), dealdesk.sees_all(), dealdesk.delegation_for(bigint, bigint) TO dealdesk_user, dealdesk_owner;
-- the guards refuse in the same way
GRANT EXECUTE ON FUNCTION dealdesk_steps.refuse(text, jsonb), dealdesk_steps.refuse_if(boolean, text, jsonb) TO dealdesk_owner, dealdesk_logins;

-- Every command is everybody's: it says itself who may. The first administrator is made by who migrates.
DO $$
DECLARE
    v_command regprocedure;
BEGIN
    FOR v_command IN
        SELECT p.oid FROM pg_catalog.pg_proc p
        WHERE p.pronamespace = 'dealdesk'::regnamespace AND p.proname LIKE 'cmd\_%' AND p.proname <> 'cmd_create_first_admin'
        ORDER BY p.oid
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO dealdesk_user', v_command);
    END LOOP;
    IF to_regprocedure('dealdesk.cmd_create_first_admin(uuid, integer, bigint, bigint, text)') IS NOT NULL THEN
        GRANT EXECUTE ON FUNCTION dealdesk.cmd_create_first_admin(uuid, integer, bigint, bigint, text) TO dealdesk_owner;
    END IF;
END $$;

SET LOCAL ROLE dealdesk_logins;

DO $$
DECLARE
    v_step regprocedure;
BEGIN
    FOR v_step IN SELECT p.oid FROM pg_catalog.pg_proc p WHERE p.proowner = 'dealdesk_logins'::regrole ORDER BY p.oid LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO dealdesk_commands', v_step);
    END LOOP;
END $$;

SET LOCAL ROLE dealdesk_owner;
