-- Shared steps of the approvals. The deal's row is locked by whoever calls them.

-- Carries forward what stands of a stage; with stage 1 also notes whom nobody has to ask any more. Approvals that were carried forward name the one
-- that really looked, its decider, and when.
CREATE FUNCTION dealdesk_steps.carry_forward(e dealdesk_steps.entry, p_deal bigint, p_stage integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO dealdesk.deal_approvals (deal_id, revision_number, approval_stage, department, approval_level, required_role, status, reasons, due_date,
                                         comments, completed_by, completed_at, on_behalf_of, carried_from)
    SELECT c.deal_id, c.revision_number, p_stage,
           CASE p_stage WHEN 1 THEN c.approval_key ELSE 'trading' END,
           CASE p_stage WHEN 2 THEN c.level END,
           CASE p_stage WHEN 1 THEN 'department_reviewer' ELSE 'approver' END,
           'approved',
           coalesce((SELECT f.reasons FROM dealdesk.deal_frozen_departments f
                     WHERE f.deal_id = c.deal_id AND f.revision_number = c.revision_number AND f.department = c.approval_key), '[]'),
           c.due_date, c.comments, c.completed_by, c.completed_at, c.on_behalf_of, c.carried_from
    FROM dealdesk.deal_states s
    JOIN dealdesk.approvals_to_carry c ON c.deal_id = s.deal_id AND c.revision_number = s.revision_number
    WHERE s.deal_id = p_deal AND (c.approval_key = 'business') = (p_stage = 2)
    ORDER BY c.approval_key;
    INSERT INTO dealdesk.deal_approvals (deal_id, revision_number, approval_stage, department, approval_level, required_role, status, due_date)
    SELECT r.deal_id, r.revision_number,
           CASE r.approval_key WHEN 'business' THEN 2 ELSE 1 END,
           CASE r.approval_key WHEN 'business' THEN 'trading' ELSE r.approval_key END,
           nullif(r.level, ''),
           CASE r.approval_key WHEN 'business' THEN 'approver' ELSE 'department_reviewer' END,
           'not_required', b.due_date
    FROM dealdesk.deal_states s
    JOIN dealdesk.reapproval_steps r ON r.deal_id = s.deal_id AND r.revision_number = s.revision_number AND r.outcome = 'not_required'
    JOIN dealdesk.deal_approvals b ON b.id = r.base_approval_id
    WHERE s.deal_id = p_deal AND p_stage = 1
    ORDER BY r.approval_key;
    INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name)
    SELECT t.id, t.deal_id, 'carry_forward', e.actor_id, e.actor_name
    FROM dealdesk.deal_states s
    JOIN dealdesk.deal_approvals t ON t.deal_id = s.deal_id AND t.revision_number = s.revision_number AND t.approval_stage = p_stage
    WHERE s.deal_id = p_deal AND t.carried_from IS NOT NULL
    ORDER BY t.id;
END $$;

-- Opens stage 1 or 2 of the current revision as its frozen plan says. A policy change after the submission does not reach it. What was approved and
-- stands is not asked for again, but carried forward.
CREATE FUNCTION dealdesk_steps.open_stage(e dealdesk_steps.entry, p_deal bigint, p_stage integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO dealdesk.deal_approvals (deal_id, revision_number, approval_stage, department, approval_level, required_role, priority, reasons,
                                         due_date, calendar_id, clock_started_at, remind_at, escalate_at)
    SELECT r.deal_id, r.revision_number, p_stage, asked.department, asked.level, asked.required_role, due.priority, asked.reasons, due.due_at,
           due.calendar_id, due.clock_started_at, due.remind_at, due.escalate_at
    FROM dealdesk.deal_states s
    JOIN dealdesk.deal_revisions r ON r.deal_id = s.deal_id AND r.revision_number = s.revision_number
    JOIN dealdesk.deal_clock due ON due.deal_id = s.deal_id
    CROSS JOIN LATERAL (
        SELECT f.number, f.value ->> 'department' AS department, NULL AS level, 'department_reviewer' AS required_role,
               coalesce(f.value -> 'reasons', '[]') AS reasons
        FROM jsonb_array_elements(r.plan -> 'departments') WITH ORDINALITY AS f (value, number)
        WHERE p_stage = 1
        UNION ALL
        SELECT 1, 'trading', r.plan ->> 'level', 'approver', '[]'
        WHERE p_stage = 2) asked
    WHERE s.deal_id = p_deal
      AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals t
                      WHERE t.deal_id = r.deal_id AND t.revision_number = r.revision_number AND t.approval_stage = 1 AND p_stage = 1
                        AND t.department = asked.department)
      AND NOT EXISTS (SELECT 1 FROM dealdesk.approvals_to_carry c
                      WHERE c.deal_id = r.deal_id AND c.revision_number = r.revision_number
                        AND c.approval_key = CASE p_stage WHEN 2 THEN 'business' ELSE asked.department END)
    ORDER BY asked.number;
    PERFORM dealdesk_steps.carry_forward(e, p_deal, p_stage);
    INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name)
    SELECT t.id, t.deal_id, 'initiate', e.actor_id, e.actor_name
    FROM dealdesk.deal_states s
    JOIN dealdesk.deal_approvals t ON t.deal_id = s.deal_id AND t.revision_number = s.revision_number AND t.approval_stage = p_stage
    WHERE s.deal_id = p_deal AND t.status = 'pending' AND NOT t.imported
    ORDER BY t.id;
    PERFORM dealdesk_steps.resume_clocks(p_deal, p_stage);
END $$;

-- Who was asked already and had not decided has the time that was left, not all of it again.
CREATE FUNCTION dealdesk_steps.resume_clocks(p_deal bigint, p_stage integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- to plan what follows takes longer than most submissions, and most have nothing to go on with
    IF NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals t JOIN dealdesk.continued_tasks c ON c.approval_id = t.id
                   WHERE t.deal_id = p_deal AND t.approval_stage = p_stage AND t.status = 'pending') THEN
        RETURN;
    END IF;
    UPDATE dealdesk.deal_approvals t
    SET calendar_id = r.calendar_id, clock_started_at = r.clock_started_at, remind_at = r.remind_at, due_date = r.due_at, escalate_at = r.escalate_at
    FROM dealdesk.deal_states s, dealdesk.continued_tasks c
    CROSS JOIN LATERAL (SELECT x.* FROM dealdesk.resumed_clocks x WHERE x.approval_id = c.former_id OFFSET 0) r
    WHERE s.deal_id = p_deal AND t.deal_id = p_deal AND t.approval_stage = p_stage AND t.status = 'pending' AND t.revision_number = s.revision_number
      AND c.approval_id = t.id;
END $$;

-- Opens stage 2 as soon as nothing is left of stage 1, also at once where no department is asked; approves when the level has decided.
CREATE FUNCTION dealdesk_steps.progress(e dealdesk_steps.entry, p_deal bigint, p_for bigint DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- not while its owner has it
    IF EXISTS (SELECT 1 FROM dealdesk.deals_past_stage_1 p
               JOIN dealdesk.deals d ON d.id = p.deal_id AND d.status IN ('submitted', 'under_review')
               WHERE p.deal_id = p_deal
                 AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals t
                                 WHERE t.deal_id = p.deal_id AND t.revision_number = p.revision_number AND t.approval_stage = 2
                                   AND t.status NOT IN ('withdrawn', 'not_required'))) THEN
        PERFORM dealdesk_steps.open_stage(e, p_deal, 2);
    END IF;
    UPDATE dealdesk.deals
    SET status = 'approved', acting_user_id = e.actor_id, acting_for = p_for
    WHERE id = p_deal AND status IN ('submitted', 'under_review')
      AND EXISTS (SELECT 1 FROM dealdesk.deals_fully_approved f WHERE f.deal_id = p_deal);
END $$;

-- Takes the open tasks of a deal back.
CREATE FUNCTION dealdesk_steps.withdraw(e dealdesk_steps.entry, p_deal bigint, p_reason text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- in order of their ids, as whoever hands on a leaver's tasks
    PERFORM 1 FROM dealdesk.deal_approvals t WHERE t.deal_id = p_deal AND t.status = 'pending' ORDER BY t.id FOR NO KEY UPDATE;
    INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments)
    SELECT t.id, t.deal_id, 'recall', e.actor_id, e.actor_name, p_reason
    FROM dealdesk.deal_approvals t
    WHERE t.deal_id = p_deal AND t.status = 'pending'
    ORDER BY t.id;
    UPDATE dealdesk.deal_approvals
    SET status = 'withdrawn', completed_at = clock_timestamp()
    WHERE deal_id = p_deal AND status = 'pending';
END $$;

-- What a decision does to the deal; p_for is whom it was made for.
CREATE FUNCTION dealdesk_steps.follow_decision(e dealdesk_steps.entry, p_decision text, p_reason text, p_for bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE p_decision
    WHEN 'request_revision' THEN
        UPDATE dealdesk.deals
        SET status = 'negotiating', can_edit = true, acting_user_id = e.actor_id, acting_for = p_for, acting_reason = p_reason
        WHERE id = e.deal_id AND status = 'under_review';
    WHEN 'reject' THEN
        UPDATE dealdesk.deals
        SET status = 'lost', can_edit = false, acting_user_id = e.actor_id, acting_for = p_for, acting_reason = p_reason
        WHERE id = e.deal_id;
        PERFORM dealdesk_steps.withdraw(e, e.deal_id);
    WHEN 'approve' THEN
        PERFORM dealdesk_steps.progress(e, e.deal_id, p_for);
    END CASE;
END $$;

-- What the owner was shown of who stands and who is asked again is what was worked out.
CREATE FUNCTION dealdesk_steps.require_shown_reapproval(e dealdesk_steps.entry, p_revision integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_shown jsonb := nullif(e.arguments -> 'reapproval', 'null');
BEGIN
    IF v_shown IS NULL THEN
        RETURN;
    END IF;
    IF jsonb_typeof(v_shown) <> 'array' THEN
        PERFORM dealdesk_steps.refuse('invalid', jsonb_build_object('field', 'reapproval'));
    END IF;
    PERFORM dealdesk_steps.refuse_if(
        ARRAY(SELECT concat(j.value ->> 'approver', ':', j.value ->> 'outcome') COLLATE "C" FROM jsonb_array_elements(v_shown) j ORDER BY 1)
        <> ARRAY(SELECT concat(r.approval_key, ':', r.outcome) COLLATE "C" FROM dealdesk.deal_reapproval r
                 WHERE r.deal_id = e.deal_id AND r.revision_number = p_revision ORDER BY 1),
        'routing_changed');
END $$;

-- Saves and freezes what the owner sends in, and asks whoever has to be asked. The guards of deal_revisions check completeness and the plan.
CREATE FUNCTION dealdesk_steps.submit_revision(e dealdesk_steps.entry, p_revision integer, p_status text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.write_content(e.deal_id, e.actor_id, e.arguments -> 'draft');
    INSERT INTO dealdesk.deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name)
    SELECT c.deal_id, p_revision, c.content, e.arguments -> 'plan', e.actor_id, e.actor_name
    FROM dealdesk.deal_content c
    WHERE c.deal_id = e.deal_id;
    PERFORM dealdesk_steps.require_shown_reapproval(e, p_revision);
    PERFORM dealdesk_steps.withdraw(e, e.deal_id);
    UPDATE dealdesk.deals
    SET status = p_status,
        acting_user_id = e.actor_id,
        revision_count = p_revision - 1,
        last_revised_at = CASE WHEN p_revision > 1 THEN clock_timestamp() END,
        draft_expires_at = NULL,
        previous_year_revenue = (SELECT c.previous_year_revenue FROM dealdesk.deal_clients c WHERE c.deal_id = e.deal_id),
        previous_year_margin = (SELECT c.previous_year_margin FROM dealdesk.deal_clients c WHERE c.deal_id = e.deal_id),
        routing_amount = (e.arguments #>> '{plan,amount}')::bigint,
        routing_level = e.arguments #>> '{plan,level}',
        submitted_by = e.actor_id,
        can_edit = false,
        version = version + 1
    WHERE id = e.deal_id;
    PERFORM dealdesk_steps.open_stage(e, e.deal_id, 1);
    PERFORM dealdesk_steps.progress(e, e.deal_id);
END $$;
