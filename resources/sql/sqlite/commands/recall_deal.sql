-- The owner takes a submission back; the open tasks are withdrawn.
CREATE VIEW cmd_recall_deal AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_recall_deal_run INSTEAD OF INSERT ON cmd_recall_deal
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'recall_deal', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO owner_entry (actor_id, deal_id) VALUES (NEW.actor_id, NEW.deal_id);
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    FROM deal_states s
    WHERE s.deal_id = NEW.deal_id AND s.status NOT IN ('submitted', 'under_review');
    INSERT INTO approval_withdrawal (deal_id, actor_id, reason) VALUES (NEW.deal_id, NEW.actor_id, (SELECT value FROM json_each(NEW.arguments, '$.reason')));
    UPDATE deals
    SET status = 'negotiating',
        can_edit = 1,
        acting_user_id = NEW.actor_id,
        acting_reason = (SELECT value FROM json_each(NEW.arguments, '$.reason')),
        version = version + 1
    WHERE id = NEW.deal_id;
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'recall_deal', NEW.deal_id, NEW.digest, NULL);
END;
