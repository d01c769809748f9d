-- Gives a task back to the shared queue: one's own, or as an administrator anybody's.
CREATE VIEW cmd_release AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_release_run INSTEAD OF INSERT ON cmd_release
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'release', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO task_entry (deal_id, approval_id)
    VALUES (NEW.deal_id, (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    FROM deal_approvals a
    JOIN users u ON u.id = NEW.actor_id
    WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AND a.assigned_to IS NOT NEW.actor_id AND u.role <> 'admin';
    UPDATE deal_approvals SET assigned_to = NULL WHERE id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'));
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments)
    SELECT a.id, a.deal_id, 'release', p.id, p.display_name, NULL
    FROM deal_approvals a
    JOIN people p ON p.id = NEW.actor_id
    WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'));
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'release', NEW.deal_id, NEW.digest,
            '"approval_id":' || (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
END;
