-- Shared steps of the approvals. The deal's row is locked by whoever calls them.

-- Opens stage 1 or 2 of the current revision as its frozen plan says. A policy change after the submission does not reach it.
CREATE FUNCTION dealdesk_steps.open_stage(e dealdesk_steps.entry, p_deal bigint, p_stage integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO dealdesk.deal_approvals (deal_id, revision_number, approval_stage, department, approval_level, required_role, priority, reasons,
                                         due_date)
    SELECT r.deal_id, r.revision_number, p_stage, asked.department, asked.level, asked.required_role, due.priority, asked.reasons, due.due_at
    FROM dealdesk.deal_states s
    JOIN dealdesk.deal_revisions r ON r.deal_id = s.deal_id AND r.revision_number = s.revision_number
    JOIN dealdesk.deals d ON d.id = s.deal_id
    JOIN dealdesk.approval_due due ON due.deal_priority = d.priority
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
    ORDER BY asked.number;
    INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name)
    SELECT t.id, t.deal_id, 'initiate', e.actor_id, e.actor_name
    FROM dealdesk.deal_states s
    JOIN dealdesk.deal_approvals t ON t.deal_id = s.deal_id AND t.revision_number = s.revision_number AND t.approval_stage = p_stage
    WHERE s.deal_id = p_deal AND t.status = 'pending' AND NOT t.imported
    ORDER BY t.id;
END $$;

-- Opens stage 2 as soon as nothing is left of stage 1, also at once where no department is asked; approves when the level has decided.
CREATE FUNCTION dealdesk_steps.progress(e dealdesk_steps.entry, p_deal bigint, p_for bigint DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM dealdesk.deals_past_stage_1 p
               WHERE p.deal_id = p_deal
                 AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals t
                                 WHERE t.deal_id = p.deal_id AND t.revision_number = p.revision_number AND t.approval_stage = 2
                                   AND t.status <> 'withdrawn')) THEN
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

-- Saves and freezes what the owner sends in, and asks everybody. The guards of deal_revisions check completeness and the plan.
CREATE FUNCTION dealdesk_steps.submit_revision(e dealdesk_steps.entry, p_revision integer, p_status text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.write_content(e.deal_id, e.actor_id, e.arguments -> 'draft');
    INSERT INTO dealdesk.deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name)
    SELECT c.deal_id, p_revision, c.content, e.arguments -> 'plan', e.actor_id, e.actor_name
    FROM dealdesk.deal_content c
    WHERE c.deal_id = e.deal_id;
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
