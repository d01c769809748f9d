-- An option of the incentive catalogue; without an id a new one. Deals keep the names that they were written with.
CREATE VIEW cmd_save_catalog_item AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_save_catalog_item_run INSTEAD OF INSERT ON cmd_save_catalog_item
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'save_catalog_item', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO admin_entry (actor_id) VALUES (NEW.actor_id);
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.id')) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM incentive_catalog x WHERE x.id = (SELECT value FROM json_each(NEW.arguments, '$.id')));
    SELECT RAISE(ABORT, 'dealdesk:stale')
    FROM incentive_catalog x
    WHERE x.id = (SELECT value FROM json_each(NEW.arguments, '$.id'))
      AND x.version IS NOT NEW.expected_version;
    SELECT RAISE(ABORT, 'dealdesk:duplicate')
    WHERE EXISTS (SELECT 1 FROM incentive_catalog x
                  WHERE (x.category_name, x.sub_category_name, x.incentive_option)
                        = ((SELECT value FROM json_each(NEW.arguments, '$.category_name')),
                           (SELECT value FROM json_each(NEW.arguments, '$.sub_category_name')),
                           (SELECT value FROM json_each(NEW.arguments, '$.incentive_option')))
                    AND x.id IS NOT (SELECT value FROM json_each(NEW.arguments, '$.id')));
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE '' IN (trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.category_name')), '')),
                 trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.sub_category_name')), '')),
                 trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.incentive_option')), '')));
    INSERT INTO incentive_catalog (category_name, sub_category_name, incentive_option, position, is_active)
    SELECT (SELECT value FROM json_each(NEW.arguments, '$.category_name')),
           (SELECT value FROM json_each(NEW.arguments, '$.sub_category_name')),
           (SELECT value FROM json_each(NEW.arguments, '$.incentive_option')),
           coalesce((SELECT value FROM json_each(NEW.arguments, '$.position')), 0),
           coalesce((SELECT value FROM json_each(NEW.arguments, '$.is_active')), 1)
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.id')) IS NULL;
    UPDATE incentive_catalog
    SET category_name = (SELECT value FROM json_each(NEW.arguments, '$.category_name')),
        sub_category_name = (SELECT value FROM json_each(NEW.arguments, '$.sub_category_name')),
        incentive_option = (SELECT value FROM json_each(NEW.arguments, '$.incentive_option')),
        position = coalesce((SELECT value FROM json_each(NEW.arguments, '$.position')), 0),
        is_active = coalesce((SELECT value FROM json_each(NEW.arguments, '$.is_active')), 1),
        version = version + 1
    WHERE id = (SELECT value FROM json_each(NEW.arguments, '$.id'));
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'save_catalog_item', NEW.digest,
           printf('{"id":%d,"version":%d}', x.id, x.version)
    FROM incentive_catalog x
    WHERE x.id = coalesce((SELECT value FROM json_each(NEW.arguments, '$.id')), (SELECT max(y.id) FROM incentive_catalog y));
END;
