-- Takes one's own decision back: the task is open again and one's own, with the time that it had. What followed from the decision goes back with it.
CREATE VIEW cmd_rescind AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_rescind_run INSTEAD OF INSERT ON cmd_rescind
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'rescind', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE NOT EXISTS (SELECT 1 FROM deal_approvals a
                      WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AND a.deal_id = NEW.deal_id);
    SELECT RAISE(ABORT, 'dealdesk:stale')
    FROM deal_approvals a
    JOIN deal_states s ON s.deal_id = a.deal_id
    WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'))
      AND (a.status IN ('pending', 'withdrawn', 'not_required') OR a.revision_number <> s.revision_number);
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    FROM deal_approvals a
    WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'))
      AND (a.completed_by IS NOT NEW.actor_id OR a.carried_from IS NOT NULL
           OR (a.imported AND NOT EXISTS (SELECT 1 FROM approval_actions x
                                          WHERE x.approval_id = a.id AND x.action_type IN ('approve', 'request_revision', 'reject') AND NOT x.imported)));
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    WHERE NOT EXISTS (SELECT 1 FROM approvals_to_rescind r WHERE r.approval_id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
    UPDATE revision_ticks
    SET is_done = 0
    WHERE approval_id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AND is_done;
    UPDATE deal_approvals
    SET status = 'pending',
        assigned_to = (SELECT NEW.actor_id
                       WHERE EXISTS (SELECT 1 FROM approval_authority c WHERE c.approval_id = deal_approvals.id AND c.user_id = NEW.actor_id)),
        comments = nullif(trim((SELECT value FROM json_each(NEW.arguments, '$.reason'))), ''),
        revision_reason = NULL,
        revision_fields = '[]',
        completed_by = NULL,
        completed_at = NULL,
        on_behalf_of = NULL
    WHERE id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'));
    -- the level was asked because stage 1 was complete
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments)
    SELECT o.id, o.deal_id, 'recall', p.id, p.display_name, a.comments
    FROM deal_approvals a
    JOIN deal_approvals o ON o.deal_id = a.deal_id AND o.revision_number = a.revision_number AND o.approval_stage = 2 AND o.status = 'pending'
    JOIN people p ON p.id = NEW.actor_id
    WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AND a.approval_stage = 1;
    UPDATE deal_approvals
    -- without its clock: what opens instead has a fresh one, also in another revision
    SET status = 'withdrawn', completed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), clock_started_at = NULL
    WHERE deal_id = NEW.deal_id AND approval_stage = 2 AND status = 'pending'
      AND (SELECT a.approval_stage FROM deal_approvals a WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'))) = 1;
    -- a clock that stood still while the deal was with its owner goes on
    UPDATE deal_approvals
    SET (remind_at, due_date, escalate_at) = (SELECT c.remind_at, c.due_at, c.escalate_at FROM resumed_clocks c WHERE c.approval_id = deal_approvals.id)
    WHERE deal_id = NEW.deal_id AND status = 'pending' AND clock_started_at IS NOT NULL
      AND EXISTS (SELECT 1 FROM deals_without_request w WHERE w.deal_id = NEW.deal_id);
    UPDATE deals
    SET status = 'under_review', can_edit = 0, acting_user_id = NEW.actor_id,
        acting_reason = nullif(trim((SELECT value FROM json_each(NEW.arguments, '$.reason'))), '')
    WHERE id = NEW.deal_id
      AND (status = 'approved' OR (status = 'negotiating' AND EXISTS (SELECT 1 FROM deals_without_request w WHERE w.deal_id = NEW.deal_id)));
    UPDATE deals SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.deal_id;
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'rescind', NEW.deal_id, NEW.digest,
            '"approval_id":' || (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
END;
