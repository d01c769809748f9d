-- A new draft from a lost or signed deal: its content, no approval.
CREATE VIEW cmd_revise_deal AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_revise_deal_run INSTEAD OF INSERT ON cmd_revise_deal
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'revise_deal', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO owner_entry (actor_id, deal_id) VALUES (NEW.actor_id, NEW.deal_id);
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition') FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.status NOT IN ('lost', 'signed');
    SELECT RAISE(ABORT, 'dealdesk:reason_required') WHERE trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.reason')), '')) = '';
    INSERT INTO deal_creator (owner_id, draft_type, parent_id, is_revision, revision_reason)
    VALUES (NEW.actor_id, 'submission_draft', NEW.deal_id, 1, (SELECT value FROM json_each(NEW.arguments, '$.reason')));
    INSERT INTO deal_content_writer (deal_id, editor_id, draft)
    VALUES ((SELECT max(d.id) FROM deals d), NEW.actor_id, (SELECT c.content FROM deal_content c WHERE c.deal_id = NEW.deal_id));
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, new_deal_id)
    VALUES (NEW.command_id, NEW.actor_id, 'revise_deal', NEW.deal_id, NEW.digest, (SELECT max(d.id) FROM deals d));
END;
