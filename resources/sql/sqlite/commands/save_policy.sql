-- What decides the routing besides levels and departments.
CREATE VIEW cmd_save_policy AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_save_policy_run INSTEAD OF INSERT ON cmd_save_policy
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'save_policy', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO admin_entry (actor_id) VALUES (NEW.actor_id);
    SELECT RAISE(ABORT, 'dealdesk:stale') FROM policy p WHERE p.version IS NOT NEW.expected_version;
    UPDATE policy
    SET routing_basis = (SELECT value FROM json_each(NEW.arguments, '$.routing_basis')),
        legal_for_custom_deals = coalesce((SELECT value FROM json_each(NEW.arguments, '$.legal_for_custom_deals')), 0),
        legal_for_terms_over_months = (SELECT value FROM json_each(NEW.arguments, '$.legal_for_terms_over_months')),
        client_value_factor = (SELECT value FROM json_each(NEW.arguments, '$.client_value_factor')),
        version = version + 1,
        updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
        updated_by = NEW.actor_id;
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'save_policy', NEW.digest, printf('{"version":%d,"policy_version":%d}', p.version, p.version)
    FROM policy p;
END;
