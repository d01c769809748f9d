-- One's own password, as a verifier.
CREATE VIEW cmd_change_password AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_change_password_run INSTEAD OF INSERT ON cmd_change_password
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'change_password', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:invalid') WHERE coalesce((SELECT value FROM json_each(NEW.arguments, '$.password')), '') = '';
    UPDATE users
    SET password = (SELECT value FROM json_each(NEW.arguments, '$.password')),
        must_change_password = 0,
        version = version + 1,
        updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.actor_id;
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'change_password', NEW.digest, printf('{"id":%d,"version":%d}', u.id, u.version)
    FROM users u
    WHERE u.id = NEW.actor_id;
END;
