-- Takes an open task out of the shared queue. A task that somebody else has taken meanwhile is not what was on the screen, unless they may no
-- longer decide it, or are away and the actor decides for them.
CREATE VIEW cmd_claim AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_claim_run INSTEAD OF INSERT ON cmd_claim
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'claim', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO task_entry (deal_id, approval_id)
    VALUES (NEW.deal_id, (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
    INSERT INTO candidate_entry (approval_id, user_id)
    VALUES ((SELECT value FROM json_each(NEW.arguments, '$.approval_id')), NEW.actor_id);
    SELECT RAISE(ABORT, 'dealdesk:stale')
    FROM deal_approvals a
    WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id')) AND a.assigned_to <> NEW.actor_id
      AND EXISTS (SELECT 1 FROM approval_candidates c WHERE c.approval_id = a.id AND c.user_id = a.assigned_to)
      AND NOT EXISTS (SELECT 1 FROM delegated_candidates c WHERE c.approval_id = a.id AND c.user_id = NEW.actor_id AND c.on_behalf_of = a.assigned_to);
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, on_behalf_of_name)
    SELECT a.id, a.deal_id, 'claim', p.id, p.display_name,
           (SELECT q.display_name FROM people q
            WHERE q.id = coalesce((SELECT c.on_behalf_of FROM delegated_candidates c
                                   WHERE c.approval_id = a.id AND c.user_id = p.id AND c.on_behalf_of = a.assigned_to),
                                  (SELECT c.on_behalf_of FROM delegated_candidates c
                                   WHERE c.approval_id = a.id AND c.user_id = p.id
                                     AND NOT EXISTS (SELECT 1 FROM own_authority o WHERE o.approval_id = a.id AND o.user_id = p.id)
                                   ORDER BY c.delegation_id LIMIT 1)))
    FROM deal_approvals a
    JOIN people p ON p.id = NEW.actor_id
    WHERE a.id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'));
    UPDATE deal_approvals SET assigned_to = NEW.actor_id WHERE id = (SELECT value FROM json_each(NEW.arguments, '$.approval_id'));
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'claim', NEW.deal_id, NEW.digest,
            '"approval_id":' || (SELECT value FROM json_each(NEW.arguments, '$.approval_id')));
END;
