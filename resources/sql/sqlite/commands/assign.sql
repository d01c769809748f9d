-- An administrator gives an open task to somebody who may decide it.
CREATE VIEW cmd_assign AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_assign_run INSTEAD OF INSERT ON cmd_assign
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'assign', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO admin_entry (actor_id) VALUES (NEW.actor_id);
    INSERT INTO task_entry (deal_id, approval_id)
    VALUES (NEW.deal_id, (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
    INSERT INTO candidate_entry (approval_id, user_id)
    VALUES ((SELECT value FROM json_each(NEW.arguments, '$.approval_id')), (SELECT value FROM json_each(NEW.arguments, '$.assignee_id')));
    UPDATE deal_approvals
    SET assigned_to = (SELECT value FROM json_each(NEW.arguments, '$.assignee_id'))
    WHERE id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'));
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments)
    SELECT a.id, a.deal_id, 'assign', p.id, p.display_name, (SELECT q.display_name FROM people q WHERE q.id = (SELECT value FROM json_each(NEW.arguments, '$.assignee_id')))
    FROM deal_approvals a
    JOIN people p ON p.id = NEW.actor_id
    WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'));
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'assign', NEW.deal_id, NEW.digest,
            '"approval_id":' || (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
END;
