-- A level of authority; a new code makes a new one. Limits rise with rank. The policy's version moves by trigger.
CREATE VIEW cmd_save_level AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_save_level_run INSTEAD OF INSERT ON cmd_save_level
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'save_level', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO admin_entry (actor_id) VALUES (NEW.actor_id);
    SELECT RAISE(ABORT, 'dealdesk:stale')
    FROM approval_levels x
    WHERE x.code = (SELECT value FROM json_each(NEW.arguments, '$.code')) AND x.version IS NOT NEW.expected_version;
    SELECT RAISE(ABORT, 'dealdesk:duplicate')
    WHERE EXISTS (SELECT 1 FROM approval_levels x
                  WHERE x.rank = (SELECT value FROM json_each(NEW.arguments, '$.rank')) AND x.code <> (SELECT value FROM json_each(NEW.arguments, '$.code')));
    INSERT INTO approval_levels (code, display_name, rank, limit_amount, version)
    SELECT (SELECT value FROM json_each(NEW.arguments, '$.code')),
           (SELECT value FROM json_each(NEW.arguments, '$.display_name')),
           (SELECT value FROM json_each(NEW.arguments, '$.rank')),
           (SELECT value FROM json_each(NEW.arguments, '$.limit_amount')),
           0
    WHERE NOT EXISTS (SELECT 1 FROM approval_levels x WHERE x.code = (SELECT value FROM json_each(NEW.arguments, '$.code')));
    UPDATE approval_levels
    SET display_name = trim((SELECT value FROM json_each(NEW.arguments, '$.display_name'))),
        rank = (SELECT value FROM json_each(NEW.arguments, '$.rank')),
        limit_amount = (SELECT value FROM json_each(NEW.arguments, '$.limit_amount')),
        version = version + 1
    WHERE code = (SELECT value FROM json_each(NEW.arguments, '$.code'));
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE EXISTS (SELECT 1 FROM approval_levels x JOIN approval_levels y ON y.rank > x.rank AND y.limit_amount < x.limit_amount);
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'save_level', NEW.digest,
           printf('{"code":"%s","version":%d,"policy_version":%d}', x.code, x.version,
                  (SELECT p.version FROM policy p))
    FROM approval_levels x
    WHERE x.code = (SELECT value FROM json_each(NEW.arguments, '$.code'));
END;
