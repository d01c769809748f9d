-- Takes one's own decision back: the task is open again and one's own, with the time that it had. What followed from the decision goes back with it.

-- The level was asked because stage 1 was complete.
CREATE FUNCTION dealdesk_steps.withdraw_stage_2(e dealdesk_steps.entry, p_reason text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_task bigint;
BEGIN
    FOR v_task IN
        SELECT t.id FROM dealdesk.deal_approvals t
        WHERE t.deal_id = e.deal_id AND t.approval_stage = 2 AND t.status = 'pending'
        ORDER BY t.id
        FOR NO KEY UPDATE
    LOOP
        PERFORM dealdesk_steps.act(e, v_task, 'recall', p_reason);
        -- without its clock: what opens instead has a fresh one, also in another revision
        UPDATE dealdesk.deal_approvals SET status = 'withdrawn', completed_at = clock_timestamp(), clock_started_at = NULL WHERE id = v_task;
    END LOOP;
END $$;

CREATE FUNCTION dealdesk.cmd_rescind(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_task dealdesk.deal_approvals;
    v_reason text;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'rescind', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    v_reason := nullif(btrim(dealdesk_steps.text_of(e.arguments, 'reason')), '');
    -- a decided task is held with its deal
    SELECT * INTO v_task FROM dealdesk.deal_approvals t
    WHERE t.id = dealdesk_steps.number_of(e.arguments, 'approval_id') AND t.deal_id = p_deal;
    IF NOT FOUND THEN
        PERFORM dealdesk_steps.refuse('not_found');
    END IF;
    IF v_task.status IN ('pending', 'withdrawn', 'not_required')
       OR v_task.revision_number <> (SELECT s.revision_number FROM dealdesk.deal_states s WHERE s.deal_id = p_deal) THEN
        PERFORM dealdesk_steps.refuse_state(e, 'stale');
    END IF;
    IF v_task.completed_by IS DISTINCT FROM e.actor_id OR v_task.carried_from IS NOT NULL
       OR (v_task.imported AND NOT EXISTS (SELECT 1 FROM dealdesk.approval_actions x
                                           WHERE x.approval_id = v_task.id AND NOT x.imported
                                             AND x.action_type IN ('approve', 'request_revision', 'reject'))) THEN
        PERFORM dealdesk_steps.refuse('forbidden');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM dealdesk.approvals_to_rescind r WHERE r.approval_id = v_task.id) THEN
        PERFORM dealdesk_steps.refuse_state(e, 'illegal_transition', 'under_review');
    END IF;
    UPDATE dealdesk.revision_ticks SET is_done = false WHERE approval_id = v_task.id AND is_done;
    UPDATE dealdesk.deal_approvals
    SET status = 'pending',
        assigned_to = (SELECT e.actor_id
                       WHERE EXISTS (SELECT 1 FROM dealdesk.approval_authority c WHERE c.approval_id = v_task.id AND c.user_id = e.actor_id)),
        comments = v_reason,
        revision_reason = NULL,
        revision_fields = '[]',
        completed_by = NULL,
        completed_at = NULL,
        on_behalf_of = NULL
    WHERE id = v_task.id;
    IF v_task.approval_stage = 1 THEN
        PERFORM dealdesk_steps.withdraw_stage_2(e, v_reason);
    END IF;
    -- a clock that stood still while the deal was with its owner goes on
    IF EXISTS (SELECT 1 FROM dealdesk.deals_without_request w WHERE w.deal_id = p_deal) THEN
        PERFORM 1 FROM dealdesk.deal_approvals t WHERE t.deal_id = p_deal AND t.status = 'pending' ORDER BY t.id FOR NO KEY UPDATE;
        UPDATE dealdesk.deal_approvals t
        SET remind_at = c.remind_at, due_date = c.due_at, escalate_at = c.escalate_at
        FROM dealdesk.deal_approvals o
        CROSS JOIN LATERAL (SELECT x.* FROM dealdesk.resumed_clocks x WHERE x.approval_id = o.id OFFSET 0) c
        WHERE o.deal_id = p_deal AND o.status = 'pending' AND t.id = o.id;
    END IF;
    UPDATE dealdesk.deals
    SET status = 'under_review', can_edit = false, acting_user_id = e.actor_id, acting_reason = v_reason
    WHERE id = p_deal
      AND (status = 'approved' OR (status = 'negotiating' AND EXISTS (SELECT 1 FROM dealdesk.deals_without_request w WHERE w.deal_id = p_deal)));
    UPDATE dealdesk.deals SET updated_at = clock_timestamp() WHERE id = p_deal;
    RETURN dealdesk_steps.leave(e, p_deal, NULL, jsonb_build_object('approval_id', v_task.id));
END $$;
