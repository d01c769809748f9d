-- Out of office, with or without somebody who decides meanwhile: one's own, or as an administrator anybody's. Whether it gives the delegate
-- anything is worked out when a task is shown and again when it is decided.
CREATE VIEW cmd_add_delegation AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_add_delegation_run INSTEAD OF INSERT ON cmd_add_delegation
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'add_delegation', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.delegator_id')) IS NOT NEW.actor_id
      AND NOT EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.actor_id AND u.role = 'admin' AND u.is_active);
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = (SELECT value FROM json_each(NEW.arguments, '$.delegator_id')) AND u.is_active);
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE ((SELECT value FROM json_each(NEW.arguments, '$.delegate_id')) IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM users u
                           WHERE u.id = (SELECT value FROM json_each(NEW.arguments, '$.delegate_id')) AND u.id <> (SELECT value FROM json_each(NEW.arguments, '$.delegator_id'))
                             AND u.is_active AND u.role IN ('department_reviewer', 'approver')))
       OR coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', (SELECT value FROM json_each(NEW.arguments, '$.ends_at'))) <= max(strftime('%Y-%m-%dT%H:%M:%fZ', (SELECT value FROM json_each(NEW.arguments, '$.starts_at'))), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), 1)
       OR julianday((SELECT value FROM json_each(NEW.arguments, '$.ends_at'))) - julianday((SELECT value FROM json_each(NEW.arguments, '$.starts_at'))) > 400
       OR CASE coalesce((SELECT value FROM json_each(NEW.arguments, '$.scope')), 'all')
          WHEN 'all' THEN (SELECT value FROM json_each(NEW.arguments, '$.department')) IS NOT NULL OR (SELECT value FROM json_each(NEW.arguments, '$.approval_level')) IS NOT NULL
          WHEN 'department' THEN (SELECT value FROM json_each(NEW.arguments, '$.approval_level')) IS NOT NULL
                                 OR NOT EXISTS (SELECT 1 FROM approval_departments d WHERE d.department = (SELECT value FROM json_each(NEW.arguments, '$.department')))
          WHEN 'level' THEN (SELECT value FROM json_each(NEW.arguments, '$.department')) IS NOT NULL
                            OR NOT EXISTS (SELECT 1 FROM approval_levels l WHERE l.code = (SELECT value FROM json_each(NEW.arguments, '$.approval_level')))
          ELSE 1 END
       OR (SELECT type FROM json_each(NEW.arguments, '$.limit_amount')) NOT IN ('integer', 'null')
       OR (SELECT value FROM json_each(NEW.arguments, '$.limit_amount')) < 0
       OR coalesce((SELECT value FROM json_each(NEW.arguments, '$.out_of_office')), 1) NOT IN (0, 1)
       OR ((SELECT value FROM json_each(NEW.arguments, '$.delegate_id')) IS NULL AND coalesce((SELECT value FROM json_each(NEW.arguments, '$.out_of_office')), 1) = 0)
       OR length(trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.comment')), ''))) > 2000;
    INSERT INTO delegations (delegator_id, delegate_id, starts_at, ends_at, scope, department, approval_level, limit_amount, out_of_office, comment,
                             created_by)
    VALUES ((SELECT value FROM json_each(NEW.arguments, '$.delegator_id')),
            (SELECT value FROM json_each(NEW.arguments, '$.delegate_id')),
            strftime('%Y-%m-%dT%H:%M:%fZ', (SELECT value FROM json_each(NEW.arguments, '$.starts_at'))),
            strftime('%Y-%m-%dT%H:%M:%fZ', (SELECT value FROM json_each(NEW.arguments, '$.ends_at'))),
            coalesce((SELECT value FROM json_each(NEW.arguments, '$.scope')), 'all'),
            (SELECT value FROM json_each(NEW.arguments, '$.department')),
            (SELECT value FROM json_each(NEW.arguments, '$.approval_level')),
            (SELECT value FROM json_each(NEW.arguments, '$.limit_amount')),
            coalesce((SELECT value FROM json_each(NEW.arguments, '$.out_of_office')), 1),
            trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.comment')), '')),
            NEW.actor_id);
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'add_delegation', NEW.digest, printf('{"id":%d}', (SELECT max(g.id) FROM delegations g));
END;
