-- Saves a negotiating deal, freezes the next revision and asks those again whose approval does not stand. `reapproval` is what the owner was shown of that.
CREATE VIEW cmd_resubmit_deal AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_resubmit_deal_run INSTEAD OF INSERT ON cmd_resubmit_deal
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'resubmit_deal', NEW.deal_id, NEW.expected_version, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO owner_entry (actor_id, deal_id) VALUES (NEW.actor_id, NEW.deal_id);
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition') FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.status <> 'negotiating';
    SELECT RAISE(ABORT, 'dealdesk:not_editable') FROM deal_states s WHERE s.deal_id = NEW.deal_id AND NOT s.is_editable;
    INSERT INTO deal_content_writer (deal_id, editor_id, draft)
    VALUES (NEW.deal_id, NEW.actor_id, (SELECT value FROM json_each(NEW.arguments) WHERE key = 'draft'));
    INSERT INTO deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name)
    SELECT c.deal_id, s.revision_number + 1, c.content, (SELECT value FROM json_each(NEW.arguments) WHERE key = 'plan'), p.id, p.display_name
    FROM deal_content c
    JOIN people p ON p.id = NEW.actor_id
    JOIN deal_states s ON s.deal_id = c.deal_id
    WHERE c.deal_id = NEW.deal_id;
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    FROM json_each(NEW.arguments) j
    WHERE j.key = 'reapproval' AND j.type NOT IN ('array', 'null');
    SELECT RAISE(ABORT, 'dealdesk:routing_changed')
    FROM json_each(NEW.arguments) j
    WHERE j.key = 'reapproval' AND j.type = 'array'
      AND (SELECT coalesce(group_concat(step, ','), '')
           FROM (SELECT (SELECT value FROM json_each(k.value, '$.approver')) || ':' || (SELECT value FROM json_each(k.value, '$.outcome')) AS step
                 FROM json_each(j.value) k
                 WHERE k.type = 'object'
                 ORDER BY 1))
          <> (SELECT coalesce(group_concat(step, ','), '')
              FROM (SELECT r.approval_key || ':' || r.outcome AS step
                    FROM deal_reapproval r
                    JOIN deal_states s ON s.deal_id = r.deal_id AND r.revision_number = s.revision_number + 1
                    WHERE r.deal_id = NEW.deal_id
                    ORDER BY 1));
    INSERT INTO approval_withdrawal (deal_id, actor_id) VALUES (NEW.deal_id, NEW.actor_id);
    UPDATE deals
    SET status = 'under_review',
        acting_user_id = NEW.actor_id,
        revision_count = revision_count + 1,
        last_revised_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
        previous_year_revenue = (SELECT c.previous_year_revenue FROM deal_clients c WHERE c.deal_id = NEW.deal_id),
        previous_year_margin = (SELECT c.previous_year_margin FROM deal_clients c WHERE c.deal_id = NEW.deal_id),
        routing_amount = (SELECT value FROM json_each(NEW.arguments, '$.plan.amount')),
        routing_level = (SELECT value FROM json_each(NEW.arguments, '$.plan.level')),
        submitted_by = NEW.actor_id,
        can_edit = 0,
        version = version + 1
    WHERE id = NEW.deal_id;
    INSERT INTO approval_opener (deal_id, actor_id, stage) VALUES (NEW.deal_id, NEW.actor_id, 1);
    INSERT INTO approval_progress (deal_id, actor_id) VALUES (NEW.deal_id, NEW.actor_id);
    INSERT INTO command_result (command_id, actor_id, verb, deal_id, digest, extra)
    VALUES (NEW.command_id, NEW.actor_id, 'resubmit_deal', NEW.deal_id, NEW.digest, NULL);
END;
