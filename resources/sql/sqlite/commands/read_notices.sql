-- Marks one's notices up to an instant as read. What is read stays read.
CREATE VIEW cmd_read_notices AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_read_notices_run INSTEAD OF INSERT ON cmd_read_notices
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'read_notices', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    FROM (SELECT (SELECT value FROM json_each(NEW.arguments, '$.up_to')) AS up_to) r
    WHERE typeof(r.up_to) <> 'text' OR r.up_to IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', r.up_to) OR r.up_to > strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    INSERT INTO notice_marks (user_id, read_up_to)
    SELECT NEW.actor_id, (SELECT value FROM json_each(NEW.arguments, '$.up_to'))
    WHERE NOT EXISTS (SELECT 1 FROM notice_marks m WHERE m.user_id = NEW.actor_id);
    UPDATE notice_marks
    SET read_up_to = (SELECT value FROM json_each(NEW.arguments, '$.up_to'))
    WHERE user_id = NEW.actor_id AND read_up_to < (SELECT value FROM json_each(NEW.arguments, '$.up_to'));
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'read_notices', NEW.digest, '{"read_up_to":"' || m.read_up_to || '"}'
    FROM notice_marks m
    WHERE m.user_id = NEW.actor_id;
END;
