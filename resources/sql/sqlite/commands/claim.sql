-- Takes an open task out of the shared queue. A task that somebody else has taken meanwhile is not what was on the screen.
CREATE VIEW cmd_claim AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_claim_run INSTEAD OF INSERT ON cmd_claim
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'claim', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE NOT EXISTS (SELECT 1 FROM deal_approvals a WHERE a.id = CAST((SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AS INTEGER) AND a.deal_id = NEW.deal_id);
    SELECT RAISE(ABORT, 'dealdesk:already_decided')
    FROM deal_approvals a
    WHERE a.id = CAST((SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AS INTEGER) AND a.status <> 'pending';
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NOT EXISTS (SELECT 1 FROM approval_authority c WHERE c.approval_id = CAST((SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AS INTEGER) AND c.user_id = NEW.actor_id);
    SELECT RAISE(ABORT, 'dealdesk:separation_of_duties')
    WHERE EXISTS (SELECT 1 FROM approval_conflicts x WHERE x.approval_id = CAST((SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AS INTEGER) AND x.user_id = NEW.actor_id);
    SELECT RAISE(ABORT, 'dealdesk:stale') FROM deal_approvals a WHERE a.id = CAST((SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AS INTEGER) AND a.assigned_to <> NEW.actor_id;
    UPDATE deal_approvals SET assigned_to = NEW.actor_id WHERE id = CAST((SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AS INTEGER);
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments)
    SELECT a.id, a.deal_id, 'claim', p.id, p.display_name, NULL
    FROM deal_approvals a
    JOIN people p ON p.id = NEW.actor_id
    WHERE a.id = CAST((SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AS INTEGER);
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'claim', NEW.deal_id, NEW.digest, '"approval_id":' || CAST((SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AS INTEGER));
END;
