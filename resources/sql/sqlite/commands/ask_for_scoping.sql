-- Saves a scoping draft and asks for early guidance. Needs a name and a client, no tiers yet.
CREATE VIEW cmd_ask_for_scoping AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_ask_for_scoping_run INSTEAD OF INSERT ON cmd_ask_for_scoping
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'ask_for_scoping', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO owner_entry (actor_id, deal_id) VALUES (NEW.actor_id, NEW.deal_id);
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition') FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.status <> 'draft';
    SELECT RAISE(ABORT, 'dealdesk:not_editable') FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.is_expired;
    INSERT INTO deal_content_writer (deal_id, editor_id, draft)
    VALUES (NEW.deal_id, NEW.actor_id, (SELECT value FROM json_each(NEW.arguments) WHERE key = 'draft'));
    SELECT RAISE(ABORT, 'dealdesk:incomplete')
    WHERE EXISTS (SELECT 1 FROM deal_shortcomings c WHERE c.deal_id = NEW.deal_id AND c.lacks IN ('name', 'client'));
    UPDATE deals
    SET status = 'scoping', acting_user_id = NEW.actor_id, version = version + 1, draft_expires_at = NULL
    WHERE id = NEW.deal_id;
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'ask_for_scoping', NEW.deal_id, NEW.digest, NULL);
END;
