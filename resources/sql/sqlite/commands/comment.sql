-- Anybody who sees the deal may say something about it.
CREATE VIEW cmd_comment AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_comment_run INSTEAD OF INSERT ON cmd_comment
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'comment', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE NEW.deal_id IS NULL
       OR ((SELECT value FROM json_each(NEW.arguments, '$.approval_id')) IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM deal_approvals a
                           WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AND a.deal_id = NEW.deal_id));
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE length(trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.body')), ''))) NOT BETWEEN 1 AND 20000;
    INSERT INTO deal_comments (deal_id, approval_id, author_id, author_name, body)
    SELECT NEW.deal_id, (SELECT value FROM json_each(NEW.arguments, '$.approval_id')), p.id, p.display_name, (SELECT value FROM json_each(NEW.arguments, '$.body'))
    FROM people p
    WHERE p.id = NEW.actor_id;
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'comment', NEW.deal_id, NEW.digest, '"comment_id":' || (SELECT max(c.id) FROM deal_comments c));
END;
