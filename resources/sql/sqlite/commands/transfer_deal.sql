-- An administrator gives a deal to another seller.
CREATE VIEW cmd_transfer_deal AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_transfer_deal_run INSTEAD OF INSERT ON cmd_transfer_deal
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'transfer_deal', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO admin_entry (actor_id) VALUES (NEW.actor_id);
    SELECT RAISE(ABORT, 'dealdesk:not_found') WHERE NEW.deal_id IS NULL;
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE NOT EXISTS (SELECT 1 FROM users u
                      WHERE u.id = (SELECT value FROM json_each(NEW.arguments, '$.owner_id')) AND u.is_active AND u.role IN ('seller', 'admin'));
    INSERT INTO deal_comments (deal_id, author_id, author_name, body)
    SELECT d.id, p.id, p.display_name, o.display_name || ' → ' || q.display_name
    FROM deals d
    JOIN people o ON o.id = d.owner_id
    JOIN people p ON p.id = NEW.actor_id
    JOIN people q ON q.id = (SELECT value FROM json_each(NEW.arguments, '$.owner_id'))
    WHERE d.id = NEW.deal_id;
    UPDATE deals
    SET owner_id = (SELECT value FROM json_each(NEW.arguments, '$.owner_id')), version = version + 1, updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.deal_id;
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'transfer_deal', NEW.deal_id, NEW.digest, NULL);
END;
