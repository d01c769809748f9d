-- A draft lives another 30 days.
CREATE VIEW cmd_renew_draft AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_renew_draft_run INSTEAD OF INSERT ON cmd_renew_draft
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'renew_draft', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO owner_entry (actor_id, deal_id) VALUES (NEW.actor_id, NEW.deal_id);
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition') FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.status <> 'draft';
    UPDATE deals
    SET draft_expires_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+30 days'), updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), version = version + 1
    WHERE id = NEW.deal_id;
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'renew_draft', NEW.deal_id, NEW.digest, NULL);
END;
