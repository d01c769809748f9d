-- A person; without an id a new one. Whoever may no longer decide a task hands it on; one administrator always remains.

-- Who takes over a task of stage 1 from somebody who leaves.
CREATE VIEW task_heirs AS
SELECT c.approval_id, c.user_id
FROM deal_approvals a
JOIN approval_departments d ON d.department = a.department
JOIN approval_candidates c ON c.approval_id = a.id AND c.user_id = d.default_assignee
WHERE a.approval_stage = 1;

CREATE VIEW cmd_save_user AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_save_user_run INSTEAD OF INSERT ON cmd_save_user
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'save_user', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO admin_entry (actor_id) VALUES (NEW.actor_id);
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.id')) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM users x WHERE x.id = (SELECT value FROM json_each(NEW.arguments, '$.id')));
    SELECT RAISE(ABORT, 'dealdesk:stale')
    FROM users x
    WHERE x.id = (SELECT value FROM json_each(NEW.arguments, '$.id'))
      AND x.version IS NOT NEW.expected_version;
    SELECT RAISE(ABORT, 'dealdesk:duplicate')
    WHERE EXISTS (SELECT 1 FROM users x
                  WHERE (x.username = trim((SELECT value FROM json_each(NEW.arguments, '$.username')))
                         OR x.email = trim((SELECT value FROM json_each(NEW.arguments, '$.email'))))
                         AND x.id IS NOT (SELECT value FROM json_each(NEW.arguments, '$.id')));
    INSERT INTO users (password, username, email, first_name, last_name, role, department, approval_level, is_active)
    SELECT '',
           trim((SELECT value FROM json_each(NEW.arguments, '$.username'))),
           trim((SELECT value FROM json_each(NEW.arguments, '$.email'))),
           trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.first_name')), '')),
           trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.last_name')), '')),
           (SELECT value FROM json_each(NEW.arguments, '$.role')),
           (SELECT value FROM json_each(NEW.arguments, '$.department')),
           (SELECT value FROM json_each(NEW.arguments, '$.approval_level')),
           coalesce((SELECT value FROM json_each(NEW.arguments, '$.is_active')), 1)
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.id')) IS NULL;
    UPDATE users
    SET username = trim((SELECT value FROM json_each(NEW.arguments, '$.username'))),
        email = trim((SELECT value FROM json_each(NEW.arguments, '$.email'))),
        first_name = trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.first_name')), '')),
        last_name = trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.last_name')), '')),
        role = (SELECT value FROM json_each(NEW.arguments, '$.role')),
        department = (SELECT value FROM json_each(NEW.arguments, '$.department')),
        approval_level = (SELECT value FROM json_each(NEW.arguments, '$.approval_level')),
        is_active = coalesce((SELECT value FROM json_each(NEW.arguments, '$.is_active')), 1),
        version = version + 1,
        updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = (SELECT value FROM json_each(NEW.arguments, '$.id'));
    UPDATE users
    SET password = (SELECT value FROM json_each(NEW.arguments, '$.password')), must_change_password = 1
    WHERE id = coalesce((SELECT value FROM json_each(NEW.arguments, '$.id')), (SELECT max(u.id) FROM users u)) AND (SELECT value FROM json_each(NEW.arguments, '$.password')) IS NOT NULL;
    SELECT RAISE(ABORT, 'dealdesk:forbidden') WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.role = 'admin' AND u.is_active);
    -- the task goes to the department's default assignee if that person may decide it, otherwise back to the queue
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name)
    SELECT a.id, a.deal_id,
           CASE WHEN EXISTS (SELECT 1 FROM task_heirs h WHERE h.approval_id = a.id) THEN 'assign' ELSE 'release' END, p.id, p.display_name
    FROM deal_approvals a
    JOIN people p ON p.id = NEW.actor_id
    WHERE a.assigned_to = (SELECT value FROM json_each(NEW.arguments, '$.id')) AND a.status = 'pending'
      AND NOT EXISTS (SELECT 1 FROM approval_authority c WHERE c.approval_id = a.id AND c.user_id = a.assigned_to)
    ORDER BY a.id;
    UPDATE deal_approvals
    SET assigned_to = (SELECT h.user_id FROM task_heirs h WHERE h.approval_id = deal_approvals.id)
    WHERE assigned_to = (SELECT value FROM json_each(NEW.arguments, '$.id')) AND status = 'pending'
      AND NOT EXISTS (SELECT 1 FROM approval_authority c WHERE c.approval_id = deal_approvals.id AND c.user_id = deal_approvals.assigned_to);
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'save_user', NEW.digest,
           printf('{"id":%d,"version":%d}', x.id, x.version)
    FROM users x
    WHERE x.id = coalesce((SELECT value FROM json_each(NEW.arguments, '$.id')), (SELECT max(y.id) FROM users y));
END;
