-- Turns a scoping request into a submission draft that points back to it.
CREATE VIEW cmd_convert_scoping AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_convert_scoping_run INSTEAD OF INSERT ON cmd_convert_scoping
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'convert_scoping', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO owner_entry (actor_id, deal_id) VALUES (NEW.actor_id, NEW.deal_id);
    UPDATE deals SET status = 'converted', acting_user_id = NEW.actor_id, version = version + 1 WHERE id = NEW.deal_id;
    INSERT INTO deal_creator (owner_id, draft_type, parent_id, is_revision) VALUES (NEW.actor_id, 'submission_draft', NEW.deal_id, 0);
    INSERT INTO deal_content_writer (deal_id, editor_id, draft)
    VALUES ((SELECT max(d.id) FROM deals d), NEW.actor_id, (SELECT c.content FROM deal_content c WHERE c.deal_id = NEW.deal_id));
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, new_deal_id)
    VALUES (NEW.command_id, NEW.actor_id, 'convert_scoping', NEW.deal_id, NEW.digest, (SELECT max(d.id) FROM deals d));
END;
