-- The contract's way after approval: legal drafts and sends it, owner or legal sign it or take it back to negotiating with a reason.
CREATE VIEW cmd_advance_deal AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_advance_deal_run INSTEAD OF INSERT ON cmd_advance_deal
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'advance_deal', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:not_found') WHERE NEW.deal_id IS NULL;
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    FROM deals d
    WHERE d.id = NEW.deal_id
      AND NOT EXISTS (SELECT 1 FROM status_transitions t
                      WHERE t.from_status = d.status AND t.to_status = (SELECT value FROM json_each(NEW.arguments, '$.to'))
                        AND t.actor IN ('legal', 'owner_or_legal') AND t.to_status <> 'lost');
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    FROM deals d
    JOIN status_transitions t ON t.from_status = d.status AND t.to_status = (SELECT value FROM json_each(NEW.arguments, '$.to'))
    JOIN users u ON u.id = NEW.actor_id
    WHERE d.id = NEW.deal_id AND u.department IS NOT 'legal' AND NOT (t.actor = 'owner_or_legal' AND d.owner_id = u.id);
    UPDATE deals
    SET status = (SELECT value FROM json_each(NEW.arguments, '$.to')),
        can_edit = (SELECT value FROM json_each(NEW.arguments, '$.to')) = 'negotiating',
        acting_user_id = NEW.actor_id,
        acting_reason = nullif((SELECT value FROM json_each(NEW.arguments, '$.reason')), ''),
        version = version + 1
    WHERE id = NEW.deal_id;
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'advance_deal', NEW.deal_id, NEW.digest, NULL);
END;
