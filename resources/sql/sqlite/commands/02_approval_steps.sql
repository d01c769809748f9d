-- Shared steps of the approvals.

-- Opens stage 1 or 2 of the current revision as its frozen plan says. A policy change after the submission does not reach it. What was approved and
-- stands is not asked for again, but carried forward.
CREATE VIEW approval_opener AS
SELECT NULL AS deal_id, NULL AS actor_id, NULL AS stage
WHERE 0;

CREATE TRIGGER approval_opener_run INSTEAD OF INSERT ON approval_opener
BEGIN
    INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, required_role, priority, reasons, due_date,
                                calendar_id, clock_started_at, remind_at, escalate_at)
    SELECT f.deal_id, f.revision_number, 1, f.department, 'department_reviewer', due.priority, coalesce(f.reasons, '[]'), due.due_at,
           due.calendar_id, due.clock_started_at, due.remind_at, due.escalate_at
    FROM deal_states s
    JOIN deal_frozen_departments f ON f.deal_id = s.deal_id AND f.revision_number = s.revision_number
    JOIN deal_clock due ON due.deal_id = s.deal_id
    WHERE s.deal_id = NEW.deal_id AND NEW.stage = 1
      AND NOT EXISTS (SELECT 1 FROM deal_approvals a
                      WHERE a.deal_id = f.deal_id AND a.revision_number = f.revision_number AND a.approval_stage = 1 AND a.department = f.department)
      AND NOT EXISTS (SELECT 1 FROM approvals_to_carry c
                      WHERE c.deal_id = f.deal_id AND c.revision_number = f.revision_number AND c.approval_key = f.department);
    INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, approval_level, required_role, priority, reasons, due_date,
                                calendar_id, clock_started_at, remind_at, escalate_at)
    SELECT r.deal_id, r.revision_number, 2, 'trading', (SELECT value FROM json_each(r.plan, '$.level')), 'approver', due.priority,
           '[]', due.due_at, due.calendar_id, due.clock_started_at, due.remind_at, due.escalate_at
    FROM deal_states s
    JOIN deal_revisions r ON r.deal_id = s.deal_id AND r.revision_number = s.revision_number
    JOIN deal_clock due ON due.deal_id = s.deal_id
    WHERE s.deal_id = NEW.deal_id AND NEW.stage = 2
      AND NOT EXISTS (SELECT 1 FROM approvals_to_carry c
                      WHERE c.deal_id = r.deal_id AND c.revision_number = r.revision_number AND c.approval_key = 'business');
    INSERT INTO approval_carrier (deal_id, actor_id, stage) VALUES (NEW.deal_id, NEW.actor_id, NEW.stage);
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name)
    SELECT a.id, a.deal_id, 'initiate', p.id, p.display_name
    FROM deal_states s
    JOIN deal_approvals a ON a.deal_id = s.deal_id AND a.revision_number = s.revision_number AND a.approval_stage = NEW.stage
    JOIN people p ON p.id = NEW.actor_id
    WHERE s.deal_id = NEW.deal_id AND a.status = 'pending' AND NOT a.imported;
    INSERT INTO clock_resumption (deal_id, stage) VALUES (NEW.deal_id, NEW.stage);
END;

-- Who was asked already and had not decided has the time that was left, not all of it again.
CREATE VIEW clock_resumption AS
SELECT NULL AS deal_id, NULL AS stage
WHERE 0;

CREATE TRIGGER clock_resumption_run INSTEAD OF INSERT ON clock_resumption
BEGIN
    UPDATE deal_approvals
    SET (calendar_id, clock_started_at, remind_at, due_date, escalate_at) =
        (SELECT r.calendar_id, r.clock_started_at, r.remind_at, r.due_at, r.escalate_at
         FROM resumed_clocks r
         WHERE r.approval_id = (SELECT c.former_id FROM continued_tasks c WHERE c.approval_id = deal_approvals.id))
    WHERE deal_id = NEW.deal_id AND approval_stage = NEW.stage AND status = 'pending'
      AND revision_number = (SELECT s.revision_number FROM deal_states s WHERE s.deal_id = NEW.deal_id)
      AND EXISTS (SELECT 1 FROM continued_tasks c WHERE c.approval_id = deal_approvals.id);
END;

-- Carries forward what stands of a stage; with stage 1 also notes whom nobody has to ask any more. Approvals that were carried forward name the one
-- that really looked, its decider, and when.
CREATE VIEW approval_carrier AS
SELECT NULL AS deal_id, NULL AS actor_id, NULL AS stage
WHERE 0;

CREATE TRIGGER approval_carrier_run INSTEAD OF INSERT ON approval_carrier
BEGIN
    INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, approval_level, required_role, status, reasons, due_date, comments,
                                completed_by, completed_at, on_behalf_of, carried_from)
    SELECT c.deal_id, c.revision_number, NEW.stage,
           CASE NEW.stage WHEN 1 THEN c.approval_key ELSE 'trading' END,
           CASE NEW.stage WHEN 2 THEN c.level END,
           CASE NEW.stage WHEN 1 THEN 'department_reviewer' ELSE 'approver' END,
           'approved',
           coalesce((SELECT f.reasons FROM deal_frozen_departments f
                     WHERE f.deal_id = c.deal_id AND f.revision_number = c.revision_number AND f.department = c.approval_key), '[]'),
           c.due_date, c.comments, c.completed_by, c.completed_at, c.on_behalf_of, c.carried_from
    FROM deal_states s
    JOIN approvals_to_carry c ON c.deal_id = s.deal_id AND c.revision_number = s.revision_number
    WHERE s.deal_id = NEW.deal_id AND (c.approval_key = 'business') = (NEW.stage = 2);
    INSERT INTO deal_approvals (deal_id, revision_number, approval_stage, department, approval_level, required_role, status, due_date)
    SELECT r.deal_id, r.revision_number,
           CASE r.approval_key WHEN 'business' THEN 2 ELSE 1 END,
           CASE r.approval_key WHEN 'business' THEN 'trading' ELSE r.approval_key END,
           nullif(r.level, ''),
           CASE r.approval_key WHEN 'business' THEN 'approver' ELSE 'department_reviewer' END,
           'not_required', b.due_date
    FROM deal_states s
    JOIN reapproval_steps r ON r.deal_id = s.deal_id AND r.revision_number = s.revision_number AND r.outcome = 'not_required'
    JOIN deal_approvals b ON b.id = r.base_approval_id
    WHERE s.deal_id = NEW.deal_id AND NEW.stage = 1;
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name)
    SELECT a.id, a.deal_id, 'carry_forward', p.id, p.display_name
    FROM deal_states s
    JOIN deal_approvals a ON a.deal_id = s.deal_id AND a.revision_number = s.revision_number AND a.approval_stage = NEW.stage
    JOIN people p ON p.id = NEW.actor_id
    WHERE s.deal_id = NEW.deal_id AND a.carried_from IS NOT NULL;
END;

-- Opens stage 2 as soon as nothing is left of stage 1; also at once where no department is asked.
CREATE VIEW approval_progress AS
SELECT NULL AS deal_id, NULL AS actor_id, NULL AS acting_for -- whom the actor decided for
WHERE 0;

CREATE TRIGGER approval_progress_run INSTEAD OF INSERT ON approval_progress
BEGIN
    INSERT INTO approval_opener (deal_id, actor_id, stage)
    SELECT p.deal_id, NEW.actor_id, 2
    FROM deals_past_stage_1 p
    JOIN deals d ON d.id = p.deal_id AND d.status IN ('submitted', 'under_review') -- not while its owner has it
    WHERE p.deal_id = NEW.deal_id
      AND NOT EXISTS (SELECT 1 FROM deal_approvals a
                      WHERE a.deal_id = p.deal_id AND a.revision_number = p.revision_number AND a.approval_stage = 2
                        AND a.status NOT IN ('withdrawn', 'not_required'));
    UPDATE deals
    SET status = 'approved', acting_user_id = NEW.actor_id, acting_for = NEW.acting_for
    WHERE id = NEW.deal_id AND status IN ('submitted', 'under_review') AND EXISTS (SELECT 1 FROM deals_fully_approved f WHERE f.deal_id = NEW.deal_id);
END;

-- Takes the open tasks of a deal back.
CREATE VIEW approval_withdrawal AS
SELECT NULL AS deal_id, NULL AS actor_id, NULL AS reason
WHERE 0;

CREATE TRIGGER approval_withdrawal_run INSTEAD OF INSERT ON approval_withdrawal
BEGIN
    INSERT INTO approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments)
    SELECT a.id, a.deal_id, 'recall', p.id, p.display_name, NEW.reason
    FROM deal_approvals a
    JOIN people p ON p.id = NEW.actor_id
    WHERE a.deal_id = NEW.deal_id AND a.status = 'pending';
    UPDATE deal_approvals
    SET status = 'withdrawn', completed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE deal_id = NEW.deal_id AND status = 'pending';
END;
