-- Ends a delegation before its time, or takes it back before it begins; the delegator's, or an administrator's. Tasks that the delegate has taken
-- and may no longer decide are handed on.
CREATE VIEW cmd_end_delegation AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_end_delegation_run INSTEAD OF INSERT ON cmd_end_delegation
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'end_delegation', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE NOT EXISTS (SELECT 1 FROM delegations g WHERE g.id = (SELECT value FROM json_each(NEW.arguments, '$.id')));
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    FROM delegations g
    JOIN users u ON u.id = NEW.actor_id
    WHERE g.id = (SELECT value FROM json_each(NEW.arguments, '$.id')) AND g.delegator_id <> u.id AND u.role <> 'admin';
    SELECT RAISE(ABORT, 'dealdesk:stale')
    FROM delegations g
    WHERE g.id = (SELECT value FROM json_each(NEW.arguments, '$.id')) AND (g.ended_at IS NOT NULL OR g.ends_at <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
    UPDATE delegations
    SET ended_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ended_by = NEW.actor_id
    WHERE id = (SELECT value FROM json_each(NEW.arguments, '$.id'));
    INSERT INTO task_hand_on (actor_id, user_id)
    SELECT NEW.actor_id, g.delegator_id FROM delegations g WHERE g.id = (SELECT value FROM json_each(NEW.arguments, '$.id'));
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'end_delegation', NEW.digest, printf('{"id":%d}', (SELECT value FROM json_each(NEW.arguments, '$.id')));
END;
