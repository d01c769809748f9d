-- Shared steps of the commands on people.

-- What an administrator wrote about a person, as a row; the id that is meant is left to the caller.
CREATE FUNCTION dealdesk_steps.person_of(p_arguments jsonb) RETURNS dealdesk.users
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    person dealdesk.users;
BEGIN
    person.username := btrim(p_arguments ->> 'username');
    person.email := btrim(p_arguments ->> 'email');
    person.first_name := btrim(coalesce(p_arguments ->> 'first_name', ''));
    person.last_name := btrim(coalesce(p_arguments ->> 'last_name', ''));
    person.role := p_arguments ->> 'role';
    person.department := p_arguments ->> 'department';
    person.approval_level := p_arguments ->> 'approval_level';
    person.is_active := dealdesk_steps.flag_of(p_arguments, 'is_active', true);
    RETURN person;
END $$;

-- The login of a person, once they are saved. It is made or adopted when it is needed first, and what was made here is then renamed, given
-- its password and switched with the person. A login that was made elsewhere keeps its password and stays switched on: without an active
-- person it sees nothing and may do nothing.
CREATE FUNCTION dealdesk_steps.keep_login(p_before dealdesk.users, p_after dealdesk.users, p_verifier text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_managed boolean := coalesce(p_before.login_managed, false) AND dealdesk_steps.login_kind(p_before.username) <> 'none';
    was_active boolean := coalesce(p_before.is_active, true);
BEGIN
    IF is_managed THEN
        IF p_before.username <> p_after.username THEN
            PERFORM dealdesk_steps.rename_login(p_before.username, p_after.username);
        END IF;
        IF p_verifier IS NOT NULL THEN
            PERFORM dealdesk_steps.set_login_verifier(p_after.username, p_verifier);
        END IF;
    ELSIF p_after.is_active OR p_verifier IS NOT NULL THEN
        is_managed := dealdesk_steps.open_login(p_after.username, p_verifier);
        was_active := true;
        UPDATE dealdesk.users SET login_managed = is_managed WHERE id = p_after.id;
        IF p_verifier IS NOT NULL AND NOT is_managed THEN
            PERFORM dealdesk_steps.refuse('forbidden', jsonb_build_object('field', 'password'));
        END IF;
    END IF;
    -- whoever is more than an ordinary login by now is at least no active person here any more
    IF is_managed AND p_after.is_active <> was_active AND dealdesk_steps.login_kind(p_after.username) = 'ordinary' THEN
        PERFORM dealdesk_steps.switch_login(p_after.username, p_after.is_active);
    END IF;
END $$;

-- An absence as it was entered; its id and who entered it are left to the caller.
CREATE FUNCTION dealdesk_steps.delegation_of(p_arguments jsonb) RETURNS dealdesk.delegations
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    g dealdesk.delegations;
BEGIN
    g.delegator_id := dealdesk_steps.number_of(p_arguments, 'delegator_id');
    g.delegate_id := dealdesk_steps.number_of(p_arguments, 'delegate_id');
    g.scope := coalesce(dealdesk_steps.text_of(p_arguments, 'scope'), 'all');
    g.department := dealdesk_steps.text_of(p_arguments, 'department');
    g.approval_level := dealdesk_steps.text_of(p_arguments, 'approval_level');
    g.limit_amount := dealdesk_steps.number_of(p_arguments, 'limit_amount');
    g.out_of_office := dealdesk_steps.flag_of(p_arguments, 'out_of_office', true);
    g.comment := btrim(coalesce(dealdesk_steps.text_of(p_arguments, 'comment'), ''));
    BEGIN
        g.starts_at := dealdesk_steps.text_of(p_arguments, 'starts_at')::timestamptz;
        g.ends_at := dealdesk_steps.text_of(p_arguments, 'ends_at')::timestamptz;
    EXCEPTION WHEN data_exception THEN
        NULL; -- what has no beginning or no end is refused with all else that does not fit
    END;
    RETURN g;
END $$;

-- Open tasks that a person, or somebody who decided for them, holds without the authority: to the department's default assignee if that person may, otherwise to its queue.
-- In order of their ids, as whoever withdraws the tasks of a deal.
CREATE FUNCTION dealdesk_steps.hand_on_tasks(e dealdesk_steps.entry, p_user bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_task record;
    v_heir bigint;
BEGIN
    FOR v_task IN
        SELECT a.id, a.approval_stage, a.department
        FROM dealdesk.deal_approvals a
        WHERE a.status = 'pending'
          AND a.assigned_to IN (SELECT p_user UNION ALL
                                SELECT g.delegate_id FROM dealdesk.delegations g WHERE g.delegator_id = p_user AND g.ends_at > clock_timestamp())
          AND NOT EXISTS (SELECT 1 FROM dealdesk.approval_authority c WHERE c.approval_id = a.id AND c.user_id = a.assigned_to)
        ORDER BY a.id
        FOR NO KEY UPDATE OF a
    LOOP
        -- nobody inherits who leaves at the same time
        PERFORM 1
        FROM dealdesk.users u
        JOIN dealdesk.approval_departments d ON d.default_assignee = u.id
        WHERE d.department = v_task.department AND v_task.approval_stage = 1
        FOR SHARE OF u;
        SELECT d.default_assignee INTO v_heir
        FROM dealdesk.approval_departments d
        JOIN dealdesk.approval_candidates c ON c.approval_id = v_task.id AND c.user_id = d.default_assignee
        WHERE d.department = v_task.department AND v_task.approval_stage = 1;
        UPDATE dealdesk.deal_approvals SET assigned_to = v_heir WHERE id = v_task.id;
        PERFORM dealdesk_steps.act(e, v_task.id, CASE WHEN v_heir IS NULL THEN 'release' ELSE 'assign' END);
    END LOOP;
END $$;
