-- What is submitted is complete, is what stands in the tables, and goes the way that the policy says.

CREATE TRIGGER deal_revisions_true BEFORE INSERT ON deal_revisions
WHEN NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.is_being_imported)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:not_editable')
    WHERE NOT EXISTS (SELECT 1 FROM deal_states s
                      WHERE s.deal_id = NEW.deal_id AND s.is_editable
                        AND NEW.revision_number = s.revision_number + (s.status = 'negotiating'));
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE NOT EXISTS (SELECT 1 FROM deal_content c WHERE c.deal_id = NEW.deal_id AND c.content = NEW.content);
    SELECT RAISE(ABORT, 'dealdesk:incomplete')
    WHERE EXISTS (SELECT 1 FROM deal_shortcomings s WHERE s.deal_id = NEW.deal_id);
    SELECT RAISE(ABORT, 'dealdesk:routing_changed')
    WHERE NOT EXISTS (SELECT 1 FROM deal_routing_facts f
                      WHERE f.deal_id = NEW.deal_id
                        AND f.policy_version IS (SELECT value FROM json_each(NEW.plan, '$.policy_version'))
                        AND f.amount IS (SELECT value FROM json_each(NEW.plan, '$.amount'))
                        AND f.level IS (SELECT value FROM json_each(NEW.plan, '$.level'))
                        AND f.departments IS (SELECT coalesce(group_concat(department, ','), '')
                                              FROM (SELECT (SELECT value FROM json_each(j.value, '$.department')) AS department
                                                    FROM json_each(NEW.plan, '$.departments') j
                                                    ORDER BY 1)));
END;

CREATE TRIGGER deal_revisions_editor AFTER INSERT ON deal_revisions
BEGIN
    INSERT INTO deal_editors (deal_id, user_id)
    SELECT NEW.deal_id, NEW.submitted_by
    WHERE NOT EXISTS (SELECT 1 FROM deal_editors e WHERE e.deal_id = NEW.deal_id AND e.user_id = NEW.submitted_by);
END;
