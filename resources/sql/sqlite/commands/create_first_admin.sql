-- The first start: while there is nobody, anybody makes the first administrator. There is no actor yet, so this does without the common entry.
CREATE VIEW cmd_create_first_admin AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_create_first_admin_run INSTEAD OF INSERT ON cmd_create_first_admin
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:command_reused')
    FROM command_log l
    WHERE l.command_id = NEW.command_id AND (l.verb <> 'create_first_admin' OR l.digest IS NOT NEW.digest);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:forbidden') WHERE EXISTS (SELECT 1 FROM users u);
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE '' IN (trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.username')), '')),
                 trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.email')), '')),
                 coalesce((SELECT value FROM json_each(NEW.arguments, '$.password')), ''));
    INSERT INTO users (username, email, first_name, last_name, role, password)
    SELECT trim((SELECT value FROM json_each(NEW.arguments, '$.username'))),
           trim((SELECT value FROM json_each(NEW.arguments, '$.email'))),
           trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.first_name')), '')),
           trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.last_name')), '')),
           'admin',
           (SELECT value FROM json_each(NEW.arguments, '$.password'));
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, u.id, 'create_first_admin', NEW.digest, printf('{"id":%d,"version":%d}', u.id, u.version)
    FROM users u;
END;
