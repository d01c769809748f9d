-- How a department takes part in stage 1. The policy's version moves by trigger.
CREATE FUNCTION dealdesk.cmd_save_department(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    a jsonb;
    v_saved dealdesk.approval_departments;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'save_department', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN RETURN e.replay; END IF;
    PERFORM dealdesk_steps.require_admin(e);
    a := e.arguments;
    SELECT * INTO v_saved FROM dealdesk.approval_departments x WHERE x.department = a ->> 'department' FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM dealdesk_steps.refuse('not_found'); END IF;
    IF v_saved.version IS DISTINCT FROM p_version THEN
        PERFORM dealdesk_steps.refuse('stale', jsonb_build_object('version', v_saved.version));
    END IF;
    UPDATE dealdesk.approval_departments
    SET display_name = btrim(a ->> 'display_name'),
        description = coalesce(a ->> 'description', ''),
        contact_email = coalesce(a ->> 'contact_email', ''),
        default_assignee = dealdesk_steps.number_of(a, 'default_assignee'),
        incentive_types = coalesce(nullif(a -> 'incentive_types', 'null'), '[]'),
        always_required = dealdesk_steps.flag_of(a, 'always_required', false),
        is_active = dealdesk_steps.flag_of(a, 'is_active', true),
        version = version + 1
    WHERE department = v_saved.department
    RETURNING * INTO v_saved;
    RETURN dealdesk_steps.finish(e, jsonb_build_object('department', v_saved.department, 'version', v_saved.version,
                                                         'policy_version', (SELECT p.version FROM dealdesk.policy p)));
END $$;
