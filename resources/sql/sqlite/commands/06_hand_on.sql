-- What somebody leaves behind who may no longer decide.

-- Who takes over a task of stage 1.
CREATE VIEW task_heirs AS
SELECT c.approval_id, c.user_id
FROM deal_approvals a
JOIN approval_departments d ON d.department = a.department
JOIN approval_candidates c ON c.approval_id = a.id AND c.user_id = d.default_assignee
WHERE a.approval_stage = 1;

-- Open tasks that a person, or somebody who decided for them, holds without the authority: to the department's default assignee if that person
-- may decide, otherwise back to the queue.
CREATE VIEW task_hand_on AS
SELECT NULL AS actor_id, NULL AS user_id
WHERE 0;

CREATE TRIGGER task_hand_on_run INSTEAD OF INSERT ON task_hand_on
BEGIN
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name)
    SELECT a.id, a.deal_id,
           CASE WHEN EXISTS (SELECT 1 FROM task_heirs h WHERE h.approval_id = a.id) THEN 'assign' ELSE 'release' END, p.id, p.display_name
    FROM deal_approvals a
    JOIN people p ON p.id = NEW.actor_id
    WHERE a.status = 'pending'
      AND (a.assigned_to = NEW.user_id
           OR a.assigned_to IN (SELECT g.delegate_id FROM delegations g WHERE g.delegator_id = NEW.user_id AND g.ends_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))
      AND NOT EXISTS (SELECT 1 FROM approval_authority c WHERE c.approval_id = a.id AND c.user_id = a.assigned_to)
    ORDER BY a.id;
    UPDATE deal_approvals
    SET assigned_to = (SELECT h.user_id FROM task_heirs h WHERE h.approval_id = deal_approvals.id)
    WHERE status = 'pending'
      AND (assigned_to = NEW.user_id
           OR assigned_to IN (SELECT g.delegate_id FROM delegations g WHERE g.delegator_id = NEW.user_id AND g.ends_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))
      AND NOT EXISTS (SELECT 1 FROM approval_authority c WHERE c.approval_id = deal_approvals.id AND c.user_id = deal_approvals.assigned_to);
END;
