-- A person; without an id a new one. Whoever may no longer decide a task hands it on, and so does who decided for them; a leaver's delegations
-- end. One administrator always remains.

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
    UPDATE delegations
    SET ended_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ended_by = NEW.actor_id
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.id')) IN (delegator_id, delegate_id) AND ended_at IS NULL AND ends_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
      AND NOT EXISTS (SELECT 1 FROM users u WHERE u.id = (SELECT value FROM json_each(NEW.arguments, '$.id')) AND u.is_active);
    INSERT INTO task_hand_on (actor_id, user_id) SELECT NEW.actor_id, (SELECT value FROM json_each(NEW.arguments, '$.id')) WHERE (SELECT value FROM json_each(NEW.arguments, '$.id')) IS NOT NULL;
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'save_user', NEW.digest,
           printf('{"id":%d,"version":%d}', x.id, x.version)
    FROM users x
    WHERE x.id = coalesce((SELECT value FROM json_each(NEW.arguments, '$.id')), (SELECT max(y.id) FROM users y));
END;
