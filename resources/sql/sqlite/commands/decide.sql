-- A decision on one open task. Who may, and the reason, are checked by the guards of deal_approvals. The version is neither asked for nor moved:
-- the other reviews go on meanwhile, also while the owner already edits.
CREATE VIEW cmd_decide AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_decide_run INSTEAD OF INSERT ON cmd_decide
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'decide', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    -- decided is what was frozen: it is another thing only once there is a newer revision or the task was taken back
    SELECT RAISE(ABORT, 'dealdesk:stale')
    FROM deal_approvals a
    JOIN deal_states s ON s.deal_id = a.deal_id
    WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AND a.deal_id = NEW.deal_id
      AND (a.status = 'withdrawn' OR a.revision_number <> s.revision_number);
    INSERT INTO task_entry (deal_id, approval_id)
    VALUES (NEW.deal_id, (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE coalesce((SELECT value FROM json_each(NEW.arguments, '$.decision')), '') NOT IN ('approve', 'reject', 'request_revision');
    UPDATE deals SET status = 'under_review', acting_user_id = NEW.actor_id, acting_for = (SELECT value FROM json_each(NEW.arguments, '$.on_behalf_of'))
    WHERE id = NEW.deal_id AND status = 'submitted';
    UPDATE deal_approvals
    SET status = CASE (SELECT value FROM json_each(NEW.arguments, '$.decision'))
                 WHEN 'approve' THEN 'approved' WHEN 'reject' THEN 'rejected' ELSE 'revision_requested' END,
        comments = nullif((SELECT value FROM json_each(NEW.arguments, '$.comments')), ''),
        revision_reason = CASE WHEN (SELECT value FROM json_each(NEW.arguments, '$.decision')) <> 'approve' THEN (SELECT value FROM json_each(NEW.arguments, '$.reason')) END,
        revision_fields = coalesce((SELECT value FROM json_each(NEW.arguments) WHERE key = 'fields'), '[]'),
        completed_by = NEW.actor_id,
        on_behalf_of = (SELECT value FROM json_each(NEW.arguments, '$.on_behalf_of')),
        completed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'));
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, on_behalf_of_name, comments)
    SELECT a.id, a.deal_id, (SELECT value FROM json_each(NEW.arguments, '$.decision')), p.id, p.display_name,
           (SELECT q.display_name FROM people q WHERE q.id = a.on_behalf_of),
           coalesce(nullif((SELECT value FROM json_each(NEW.arguments, '$.reason')), ''), nullif((SELECT value FROM json_each(NEW.arguments, '$.comments')), ''))
    FROM deal_approvals a
    JOIN people p ON p.id = NEW.actor_id
    WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'));
    UPDATE deals
    SET status = 'negotiating', can_edit = 1, acting_user_id = NEW.actor_id, acting_for = (SELECT value FROM json_each(NEW.arguments, '$.on_behalf_of')),
        acting_reason = (SELECT value FROM json_each(NEW.arguments, '$.reason'))
    WHERE id = NEW.deal_id AND status = 'under_review' AND (SELECT value FROM json_each(NEW.arguments, '$.decision')) = 'request_revision';
    UPDATE deals
    SET status = 'lost', can_edit = 0, acting_user_id = NEW.actor_id, acting_for = (SELECT value FROM json_each(NEW.arguments, '$.on_behalf_of')),
        acting_reason = (SELECT value FROM json_each(NEW.arguments, '$.reason'))
    WHERE id = NEW.deal_id AND (SELECT value FROM json_each(NEW.arguments, '$.decision')) = 'reject';
    INSERT INTO approval_withdrawal (deal_id, actor_id)
    SELECT NEW.deal_id, NEW.actor_id
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.decision')) = 'reject';
    INSERT INTO approval_progress (deal_id, actor_id, acting_for)
    SELECT NEW.deal_id, NEW.actor_id, (SELECT value FROM json_each(NEW.arguments, '$.on_behalf_of'))
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.decision')) = 'approve';
    UPDATE deals SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.deal_id;
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'decide', NEW.deal_id, NEW.digest,
            '"approval_id":' || (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
END;
