-- Writes the steps of the business clock that are due, whoever's task it is. Asked again it finds none.
CREATE VIEW cmd_tick AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_tick_run INSTEAD OF INSERT ON cmd_tick
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'tick', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'tick', NEW.digest, printf('{"steps":%d}', count(*)) FROM clock_steps_due;
    INSERT INTO approval_clock_steps (approval_id, deal_id, step, due_at, escalated_to, escalated_level)
    SELECT s.approval_id, s.deal_id, s.step, s.due_at, s.escalated_to, s.escalated_level
    FROM clock_steps_due s
    ORDER BY s.due_at, s.approval_id;
END;
