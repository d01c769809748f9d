-- How a department takes part in stage 1. The policy's version moves by trigger.
CREATE VIEW cmd_save_department AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_save_department_run INSTEAD OF INSERT ON cmd_save_department
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'save_department', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO admin_entry (actor_id) VALUES (NEW.actor_id);
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE NOT EXISTS (SELECT 1 FROM approval_departments x WHERE x.department = (SELECT value FROM json_each(NEW.arguments, '$.department')));
    SELECT RAISE(ABORT, 'dealdesk:stale')
    FROM approval_departments x
    WHERE x.department = (SELECT value FROM json_each(NEW.arguments, '$.department')) AND x.version IS NOT NEW.expected_version;
    UPDATE approval_departments
    SET display_name = trim((SELECT value FROM json_each(NEW.arguments, '$.display_name'))),
        description = coalesce((SELECT value FROM json_each(NEW.arguments, '$.description')), ''),
        contact_email = coalesce((SELECT value FROM json_each(NEW.arguments, '$.contact_email')), ''),
        default_assignee = (SELECT value FROM json_each(NEW.arguments, '$.default_assignee')),
        incentive_types = coalesce((SELECT value FROM json_each(NEW.arguments) WHERE key = 'incentive_types'), '[]'),
        always_required = coalesce((SELECT value FROM json_each(NEW.arguments, '$.always_required')), 0),
        is_active = coalesce((SELECT value FROM json_each(NEW.arguments, '$.is_active')), 1),
        version = version + 1
    WHERE department = (SELECT value FROM json_each(NEW.arguments, '$.department'));
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'save_department', NEW.digest,
           printf('{"department":"%s","version":%d,"policy_version":%d}', x.department, x.version,
                  (SELECT p.version FROM policy p))
    FROM approval_departments x
    WHERE x.department = (SELECT value FROM json_each(NEW.arguments, '$.department'));
END;
