-- A decision on one open task. Who may, and the reason, are checked by the guards of deal_approvals. The version is neither asked for nor moved:
-- the other reviews go on meanwhile, also while the owner already edits.
CREATE FUNCTION dealdesk.cmd_decide(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_approval bigint;
    v_decision text;
    v_reason text;
    v_comments text;
    v_for bigint;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'decide', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    v_approval := dealdesk_steps.number_of(e.arguments, 'approval_id');
    v_decision := coalesce(dealdesk_steps.text_of(e.arguments, 'decision'), '');
    v_reason := nullif(dealdesk_steps.text_of(e.arguments, 'reason'), '');
    v_comments := nullif(dealdesk_steps.text_of(e.arguments, 'comments'), '');
    v_for := dealdesk_steps.number_of(e.arguments, 'on_behalf_of');
    -- decided is what was frozen: it is another thing only once there is a newer revision or the task was taken back
    IF EXISTS (SELECT 1 FROM dealdesk.deal_approvals t JOIN dealdesk.deal_states s ON s.deal_id = t.deal_id
               WHERE t.id = v_approval AND t.deal_id = p_deal
                 AND (t.status = 'withdrawn' OR t.revision_number <> s.revision_number)) THEN
        PERFORM dealdesk_steps.refuse_state(e, 'stale');
    END IF;
    PERFORM dealdesk_steps.require_task(e, v_approval);
    IF v_decision NOT IN ('approve', 'reject', 'request_revision') THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    UPDATE dealdesk.deals SET status = 'under_review', acting_user_id = e.actor_id, acting_for = v_for
    WHERE id = p_deal AND status = 'submitted';
    UPDATE dealdesk.deal_approvals
    SET status = CASE v_decision WHEN 'approve' THEN 'approved' WHEN 'reject' THEN 'rejected' ELSE 'revision_requested' END,
        comments = v_comments,
        revision_reason = CASE WHEN v_decision <> 'approve' THEN v_reason END,
        revision_fields = coalesce(nullif(e.arguments -> 'fields', 'null'), '[]'),
        completed_by = e.actor_id,
        on_behalf_of = v_for,
        completed_at = clock_timestamp()
    WHERE id = v_approval;
    PERFORM dealdesk_steps.act(e, v_approval, v_decision, coalesce(v_reason, v_comments), v_for);
    PERFORM dealdesk_steps.follow_decision(e, v_decision, v_reason, v_for);
    UPDATE dealdesk.deals SET updated_at = clock_timestamp() WHERE id = p_deal;
    RETURN dealdesk_steps.leave(e, p_deal, NULL, jsonb_build_object('approval_id', v_approval));
END $$;
