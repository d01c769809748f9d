-- The deal is lost, or a draft discarded, for a reason. The owner's; from approval on legal's as well.
CREATE VIEW cmd_mark_lost AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_mark_lost_run INSTEAD OF INSERT ON cmd_mark_lost
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'mark_lost', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:not_found') WHERE NEW.deal_id IS NULL;
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    FROM deals d
    WHERE d.id = NEW.deal_id AND NOT EXISTS (SELECT 1 FROM status_transitions t WHERE t.from_status = d.status AND t.to_status = 'lost');
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    FROM deals d
    JOIN status_transitions t ON t.from_status = d.status AND t.to_status = 'lost'
    JOIN users u ON u.id = NEW.actor_id
    WHERE d.id = NEW.deal_id AND d.owner_id <> u.id AND NOT (t.actor = 'owner_or_legal' AND u.department IS 'legal');
    INSERT INTO approval_withdrawal (deal_id, actor_id, reason) VALUES (NEW.deal_id, NEW.actor_id, (SELECT value FROM json_each(NEW.arguments, '$.reason')));
    UPDATE deals
    SET status = 'lost', can_edit = 0, acting_user_id = NEW.actor_id, acting_reason = (SELECT value FROM json_each(NEW.arguments, '$.reason')), version = version + 1
    WHERE id = NEW.deal_id;
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'mark_lost', NEW.deal_id, NEW.digest, NULL);
END;
