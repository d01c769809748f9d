-- The owner's checklist: a point of a requested revision was dealt with, or not yet.
CREATE VIEW cmd_tick_point AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_tick_point_run INSTEAD OF INSERT ON cmd_tick_point
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'tick_point', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE NOT EXISTS (SELECT 1 FROM deal_approvals a
                      WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AND a.deal_id = NEW.deal_id);
    INSERT INTO owner_entry (actor_id, deal_id) VALUES (NEW.actor_id, NEW.deal_id);
    -- the request was taken back meanwhile, or the deal resubmitted
    SELECT RAISE(ABORT, 'dealdesk:stale')
    WHERE NOT EXISTS (SELECT 1 FROM open_points p WHERE p.approval_id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE NOT EXISTS (SELECT 1 FROM open_points p
                      WHERE p.approval_id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'))
                        AND p.path = (SELECT value FROM json_each(NEW.arguments, '$.path')))
       OR (SELECT j.type FROM json_each(NEW.arguments) j WHERE j.key = 'done') NOT IN ('true', 'false')
       OR NOT EXISTS (SELECT 1 FROM json_each(NEW.arguments) j WHERE j.key = 'done');
    UPDATE revision_ticks
    SET is_done = (SELECT value FROM json_each(NEW.arguments, '$.done')),
        ticked_by = NEW.actor_id,
        ticked_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE approval_id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AND path = (SELECT value FROM json_each(NEW.arguments, '$.path'));
    INSERT INTO revision_ticks (approval_id, path, is_done, ticked_by)
    SELECT (SELECT value FROM json_each(NEW.arguments, '$.approval_id')), (SELECT value FROM json_each(NEW.arguments, '$.path')),
           (SELECT value FROM json_each(NEW.arguments, '$.done')), NEW.actor_id
    WHERE NOT EXISTS (SELECT 1 FROM revision_ticks t
                      WHERE t.approval_id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'))
                        AND t.path = (SELECT value FROM json_each(NEW.arguments, '$.path')));
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'tick_point', NEW.deal_id, NEW.digest,
            '"approval_id":' || (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
END;
