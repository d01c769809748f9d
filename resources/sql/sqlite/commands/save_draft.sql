-- Saves a draft, or a negotiating deal; without a deal, a new draft whose owner is the actor.
CREATE VIEW cmd_save_draft AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_save_draft_run INSTEAD OF INSERT ON cmd_save_draft
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'save_draft', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NEW.deal_id IS NULL AND NOT EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.actor_id AND u.role IN ('seller', 'admin'));
    SELECT RAISE(ABORT, 'dealdesk:forbidden') FROM deals d WHERE d.id = NEW.deal_id AND d.owner_id <> NEW.actor_id;
    SELECT RAISE(ABORT, 'dealdesk:not_editable') FROM deal_states s WHERE s.deal_id = NEW.deal_id AND (NOT s.is_editable OR s.is_expired);
    INSERT INTO deal_creator (owner_id, draft_type, is_revision)
    SELECT NEW.actor_id, coalesce((SELECT value FROM json_each(NEW.arguments, '$.draft_type')), 'submission_draft'), 0
    WHERE NEW.deal_id IS NULL;
    INSERT INTO deal_content_writer (deal_id, editor_id, draft)
    VALUES (coalesce(NEW.deal_id, (SELECT max(d.id) FROM deals d)), NEW.actor_id, (SELECT value FROM json_each(NEW.arguments) WHERE key = 'draft'));
    UPDATE deals
    SET version = version + 1,
        draft_type = CASE status WHEN 'draft' THEN coalesce((SELECT value FROM json_each(NEW.arguments, '$.draft_type')), draft_type) ELSE draft_type END,
        draft_expires_at = CASE status WHEN 'draft' THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+30 days') END
    WHERE id = NEW.deal_id;
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'save_draft', coalesce(NEW.deal_id, (SELECT max(d.id) FROM deals d)), NEW.digest, NULL);
END;
