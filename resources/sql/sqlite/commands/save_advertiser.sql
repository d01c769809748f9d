-- An advertiser; without an id a new one. Figures that are null are "no data".
CREATE VIEW cmd_save_advertiser AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_save_advertiser_run INSTEAD OF INSERT ON cmd_save_advertiser
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'save_advertiser', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO admin_entry (actor_id) VALUES (NEW.actor_id);
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.id')) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM advertisers x WHERE x.id = (SELECT value FROM json_each(NEW.arguments, '$.id')));
    SELECT RAISE(ABORT, 'dealdesk:stale')
    FROM advertisers x
    WHERE x.id = (SELECT value FROM json_each(NEW.arguments, '$.id'))
      AND x.version IS NOT NEW.expected_version;
    SELECT RAISE(ABORT, 'dealdesk:duplicate')
    WHERE EXISTS (SELECT 1 FROM advertisers x WHERE x.name = trim((SELECT value FROM json_each(NEW.arguments, '$.name')))
                         AND x.id IS NOT (SELECT value FROM json_each(NEW.arguments, '$.id')));
    INSERT INTO advertisers (name, region, previous_year_revenue, previous_year_margin, previous_year_profit, previous_year_incentive_cost, previous_year_client_value, is_active)
    SELECT trim((SELECT value FROM json_each(NEW.arguments, '$.name'))),
           (SELECT value FROM json_each(NEW.arguments, '$.region')),
           (SELECT value FROM json_each(NEW.arguments, '$.previous_year_revenue')),
           (SELECT value FROM json_each(NEW.arguments, '$.previous_year_margin')),
           (SELECT value FROM json_each(NEW.arguments, '$.previous_year_profit')),
           (SELECT value FROM json_each(NEW.arguments, '$.previous_year_incentive_cost')),
           (SELECT value FROM json_each(NEW.arguments, '$.previous_year_client_value')),
           coalesce((SELECT value FROM json_each(NEW.arguments, '$.is_active')), 1)
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.id')) IS NULL;
    UPDATE advertisers
    SET name = trim((SELECT value FROM json_each(NEW.arguments, '$.name'))),
        region = (SELECT value FROM json_each(NEW.arguments, '$.region')),
        previous_year_revenue = (SELECT value FROM json_each(NEW.arguments, '$.previous_year_revenue')),
        previous_year_margin = (SELECT value FROM json_each(NEW.arguments, '$.previous_year_margin')),
        previous_year_profit = (SELECT value FROM json_each(NEW.arguments, '$.previous_year_profit')),
        previous_year_incentive_cost = (SELECT value FROM json_each(NEW.arguments, '$.previous_year_incentive_cost')),
        previous_year_client_value = (SELECT value FROM json_each(NEW.arguments, '$.previous_year_client_value')),
        is_active = coalesce((SELECT value FROM json_each(NEW.arguments, '$.is_active')), 1),
        version = version + 1,
        updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = (SELECT value FROM json_each(NEW.arguments, '$.id'));
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'save_advertiser', NEW.digest,
           printf('{"id":%d,"version":%d}', x.id, x.version)
    FROM advertisers x
    WHERE x.id = coalesce((SELECT value FROM json_each(NEW.arguments, '$.id')), (SELECT max(y.id) FROM advertisers y));
END;
