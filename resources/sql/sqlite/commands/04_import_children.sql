-- What comes in with an imported deal: its story as told, and its submission so that the approvals can go on.

CREATE VIEW import_approvals AS
SELECT NULL AS deal_id, NULL AS content
WHERE 0;

CREATE TRIGGER import_approvals_run INSTEAD OF INSERT ON import_approvals
BEGIN
    INSERT INTO deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name, submitted_at)
    SELECT d.id,
           coalesce((SELECT value FROM json_each(r.value, '$.revision_number')), d.revision_count + 1),
           coalesce((SELECT value FROM json_each(r.value) WHERE key = 'content'), c.content),
           coalesce((SELECT value FROM json_each(r.value) WHERE key = 'plan'), p.plan),
           coalesce((SELECT u.id FROM users u WHERE u.username = (SELECT value FROM json_each(r.value, '$.submitted_by'))), d.owner_id),
           coalesce((SELECT value FROM json_each(r.value, '$.submitted_by_name')), o.display_name),
           coalesce((SELECT value FROM json_each(r.value, '$.submitted_at')), d.created_at)
    FROM deals d
    JOIN json_each(NEW.content) r ON r.key = 'revision'
    JOIN deal_content c ON c.deal_id = d.id
    JOIN deal_routing_plan p ON p.deal_id = d.id
    JOIN people o ON o.id = d.owner_id
    WHERE d.id = NEW.deal_id AND (r.type = 'object' OR d.status IN ('submitted', 'under_review'));
    INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, approval_level, required_role, status, priority, reasons,
                                assigned_to, due_date, comments, revision_reason, reviewer_notes, completed_by, completed_at, imported, created_at)
    SELECT d.id,
           coalesce((SELECT value FROM json_each(j.value, '$.revision_number')), d.revision_count + 1),
           (SELECT value FROM json_each(j.value, '$.approval_stage')),
           coalesce((SELECT value FROM json_each(j.value, '$.department')), 'trading'),
           CASE (SELECT value FROM json_each(j.value, '$.approval_stage'))
           WHEN 2 THEN coalesce((SELECT value FROM json_each(j.value, '$.approval_level')), (SELECT r.level FROM deal_routing r WHERE r.deal_id = d.id)) END,
           CASE (SELECT value FROM json_each(j.value, '$.approval_stage')) WHEN 2 THEN 'approver' ELSE 'department_reviewer' END,
           (SELECT value FROM json_each(j.value, '$.status')),
           coalesce((SELECT value FROM json_each(j.value, '$.priority')), 'normal'),
           coalesce((SELECT value FROM json_each(j.value) WHERE key = 'reasons'), '[]'),
           (SELECT u.id FROM users u WHERE u.username = (SELECT value FROM json_each(j.value, '$.assigned_to'))),
           coalesce((SELECT value FROM json_each(j.value, '$.due_date')), (SELECT value FROM json_each(j.value, '$.created_at')), d.created_at),
           (SELECT value FROM json_each(j.value, '$.comments')),
           (SELECT value FROM json_each(j.value, '$.revision_reason')),
           (SELECT value FROM json_each(j.value, '$.reviewer_notes')),
           (SELECT u.id FROM users u WHERE u.username = (SELECT value FROM json_each(j.value, '$.completed_by'))),
           (SELECT value FROM json_each(j.value, '$.completed_at')),
           1,
           coalesce((SELECT value FROM json_each(j.value, '$.created_at')), d.created_at)
    FROM json_each(NEW.content, '$.approvals') j
    JOIN deals d ON d.id = NEW.deal_id
    WHERE j.type = 'object'
    ORDER BY j.key;
    -- the tasks went in one after the other, so the nth has the nth id
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments, imported, created_at)
    SELECT (SELECT min(a.id) FROM deal_approvals a WHERE a.deal_id = NEW.deal_id) + j.key,
           NEW.deal_id,
           (SELECT value FROM json_each(k.value, '$.action_type')),
           (SELECT u.id FROM users u WHERE u.username = (SELECT value FROM json_each(k.value, '$.performed_by'))),
           coalesce((SELECT value FROM json_each(k.value, '$.performed_by_name')), ''),
           (SELECT value FROM json_each(k.value, '$.comments')),
           1,
           coalesce((SELECT value FROM json_each(k.value, '$.created_at')), (SELECT value FROM json_each(j.value, '$.created_at')), d.created_at)
    FROM json_each(NEW.content, '$.approvals') j
    JOIN json_each(j.value, '$.actions') k
    JOIN deals d ON d.id = NEW.deal_id
    WHERE j.type = 'object' AND k.type = 'object'
    ORDER BY j.key, k.key;
END;

CREATE VIEW import_story AS
SELECT NULL AS deal_id, NULL AS content
WHERE 0;

CREATE TRIGGER import_story_run INSTEAD OF INSERT ON import_story
BEGIN
    INSERT INTO deal_status_history (deal_id, status, previous_status, performed_by, performed_by_name, comments, imported, changed_at)
    SELECT d.id,
           (SELECT value FROM json_each(j.value, '$.status')),
           (SELECT value FROM json_each(j.value, '$.previous_status')),
           (SELECT u.id FROM users u WHERE u.username = (SELECT value FROM json_each(j.value, '$.performed_by'))),
           coalesce((SELECT value FROM json_each(j.value, '$.performed_by_name')), ''),
           (SELECT value FROM json_each(j.value, '$.comments')),
           1,
           coalesce((SELECT value FROM json_each(j.value, '$.changed_at')), d.created_at)
    FROM json_each(NEW.content, '$.history') j
    JOIN deals d ON d.id = NEW.deal_id
    WHERE j.type = 'object'
    ORDER BY j.key;
    INSERT INTO deal_comments (deal_id, author_id, author_name, body, created_at)
    SELECT d.id,
           (SELECT u.id FROM users u WHERE u.username = (SELECT value FROM json_each(j.value, '$.author'))),
           coalesce((SELECT value FROM json_each(j.value, '$.author_name')), ''),
           (SELECT value FROM json_each(j.value, '$.body')),
           coalesce((SELECT value FROM json_each(j.value, '$.created_at')), d.created_at)
    FROM json_each(NEW.content, '$.comments') j
    JOIN deals d ON d.id = NEW.deal_id
    WHERE j.type = 'object'
    ORDER BY j.key;
END;
