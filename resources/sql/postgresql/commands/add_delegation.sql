-- Out of office, with or without somebody who decides meanwhile: one's own, or as an administrator anybody's. Whether it gives the delegate
-- anything is worked out when a task is shown and again when it is decided.
CREATE FUNCTION dealdesk.cmd_add_delegation(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    g dealdesk.delegations;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'add_delegation', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN RETURN e.replay; END IF;
    g := dealdesk_steps.delegation_of(e.arguments);
    IF g.delegator_id IS DISTINCT FROM e.actor_id THEN
        PERFORM dealdesk_steps.require_admin(e);
    END IF;
    -- neither is switched off before this is through
    PERFORM 1 FROM dealdesk.users u WHERE u.id IN (g.delegator_id, g.delegate_id) ORDER BY u.id FOR SHARE;
    IF NOT EXISTS (SELECT 1 FROM dealdesk.users u WHERE u.id = g.delegator_id AND u.is_active) THEN
        PERFORM dealdesk_steps.refuse('not_found');
    END IF;
    PERFORM dealdesk_steps.refuse_if(
        g.delegate_id = g.delegator_id
        OR (g.delegate_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM dealdesk.users u
                            WHERE u.id = g.delegate_id AND u.is_active AND u.role IN ('department_reviewer', 'approver')))
        OR coalesce(NOT isfinite(g.starts_at) OR NOT isfinite(g.ends_at) OR g.ends_at <= greatest(g.starts_at, clock_timestamp())
                    OR g.ends_at > g.starts_at + interval '400 days', true)
        OR CASE g.scope
           WHEN 'all' THEN g.department IS NOT NULL OR g.approval_level IS NOT NULL
           WHEN 'department' THEN g.approval_level IS NOT NULL
                                  OR NOT EXISTS (SELECT 1 FROM dealdesk.approval_departments d WHERE d.department = g.department)
           WHEN 'level' THEN g.department IS NOT NULL
                             OR NOT EXISTS (SELECT 1 FROM dealdesk.approval_levels l WHERE l.code = g.approval_level)
           ELSE true END
        OR coalesce(g.limit_amount < 0, false)
        OR (g.delegate_id IS NULL AND NOT g.out_of_office)
        OR length(g.comment) > 2000,
        'invalid');
    INSERT INTO dealdesk.delegations (delegator_id, delegate_id, starts_at, ends_at, scope, department, approval_level, limit_amount, out_of_office,
                                      comment, created_by)
    VALUES (g.delegator_id, g.delegate_id, g.starts_at, g.ends_at, g.scope, g.department, g.approval_level, g.limit_amount, g.out_of_office,
            g.comment, e.actor_id)
    RETURNING * INTO g;
    RETURN dealdesk_steps.finish(e, jsonb_build_object('id', g.id));
END $$;
