-- What comes in with an imported deal: its story as told, and its submission so that the approvals can go on.

CREATE FUNCTION dealdesk_steps.import_revision(p_deal bigint, p_revision jsonb) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO dealdesk.deal_revisions (deal_id, revision_number, content, plan, submitted_by, submitted_by_name, submitted_at)
    SELECT d.id,
           coalesce(dealdesk_steps.number_of(p_revision, 'revision_number'), d.revision_count + 1),
           coalesce(nullif(p_revision -> 'content', 'null'), c.content),
           coalesce(nullif(p_revision -> 'plan', 'null'), p.plan),
           coalesce(dealdesk_steps.user_named(p_revision ->> 'submitted_by'), d.owner_id),
           coalesce(p_revision ->> 'submitted_by_name', o.display_name),
           coalesce((p_revision ->> 'submitted_at')::timestamptz, d.created_at)
    FROM dealdesk.deals d
    JOIN dealdesk.deal_content c ON c.deal_id = d.id
    JOIN dealdesk.deal_routing_plan p ON p.deal_id = d.id
    JOIN dealdesk.people o ON o.id = d.owner_id
    WHERE d.id = p_deal
      AND (jsonb_typeof(p_revision) = 'object' OR (p_revision IS NOT NULL AND d.status IN ('submitted', 'under_review')))
$$;

CREATE FUNCTION dealdesk_steps.import_approval(p_deal bigint, p_task jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    stage integer := dealdesk_steps.number_of(p_task, 'approval_stage');
    at timestamptz := (p_task ->> 'created_at')::timestamptz;
    task_id bigint;
BEGIN
    INSERT INTO dealdesk.deal_approvals (deal_id, revision_number, approval_stage, department, approval_level, required_role, status, priority,
                                         reasons, assigned_to, due_date, comments, revision_reason, reviewer_notes, completed_by,
                                         completed_at, imported, created_at)
    SELECT d.id,
           coalesce(dealdesk_steps.number_of(p_task, 'revision_number'), d.revision_count + 1),
           stage,
           coalesce(p_task ->> 'department', 'trading'),
           CASE stage WHEN 2 THEN coalesce(p_task ->> 'approval_level', (SELECT r.level FROM dealdesk.deal_routing r WHERE r.deal_id = d.id)) END,
           CASE stage WHEN 2 THEN 'approver' ELSE 'department_reviewer' END,
           p_task ->> 'status',
           coalesce(p_task ->> 'priority', 'normal'),
           coalesce(nullif(p_task -> 'reasons', 'null'), '[]'),
           dealdesk_steps.user_named(p_task ->> 'assigned_to'),
           coalesce((p_task ->> 'due_date')::timestamptz, at, d.created_at),
           p_task ->> 'comments',
           p_task ->> 'revision_reason',
           p_task ->> 'reviewer_notes',
           dealdesk_steps.user_named(p_task ->> 'completed_by'),
           (p_task ->> 'completed_at')::timestamptz,
           true,
           coalesce(at, d.created_at)
    FROM dealdesk.deals d
    WHERE d.id = p_deal
    RETURNING id INTO task_id;
    INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments, imported, created_at)
    SELECT task_id, d.id, k.value ->> 'action_type', dealdesk_steps.user_named(k.value ->> 'performed_by'),
           coalesce(k.value ->> 'performed_by_name', ''), k.value ->> 'comments', true,
           coalesce((k.value ->> 'created_at')::timestamptz, at, d.created_at)
    FROM jsonb_array_elements(dealdesk_steps.array_of(p_task -> 'actions')) WITH ORDINALITY k (value, position)
    JOIN dealdesk.deals d ON d.id = p_deal
    WHERE jsonb_typeof(k.value) = 'object'
    ORDER BY k.position;
END $$;

CREATE FUNCTION dealdesk_steps.import_story(p_deal bigint, p_content jsonb) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO dealdesk.deal_status_history (deal_id, status, previous_status, performed_by, performed_by_name, comments, imported, changed_at)
    SELECT d.id, j.value ->> 'status', j.value ->> 'previous_status', dealdesk_steps.user_named(j.value ->> 'performed_by'),
           coalesce(j.value ->> 'performed_by_name', ''), j.value ->> 'comments', true,
           coalesce((j.value ->> 'changed_at')::timestamptz, d.created_at)
    FROM jsonb_array_elements(dealdesk_steps.array_of(p_content -> 'history')) WITH ORDINALITY j (value, position)
    JOIN dealdesk.deals d ON d.id = p_deal
    WHERE jsonb_typeof(j.value) = 'object'
    ORDER BY j.position;
    INSERT INTO dealdesk.deal_comments (deal_id, author_id, author_name, body, created_at)
    SELECT d.id, dealdesk_steps.user_named(j.value ->> 'author'), coalesce(j.value ->> 'author_name', ''), j.value ->> 'body',
           coalesce((j.value ->> 'created_at')::timestamptz, d.created_at)
    FROM jsonb_array_elements(dealdesk_steps.array_of(p_content -> 'comments')) WITH ORDINALITY j (value, position)
    JOIN dealdesk.deals d ON d.id = p_deal
    WHERE jsonb_typeof(j.value) = 'object'
    ORDER BY j.position;
$$;
