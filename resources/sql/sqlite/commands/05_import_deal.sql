-- The deal itself. `deal_id` is the next free id, which import_sources holds already: that opens the guards for this deal until the import is in
-- the command log.

CREATE VIEW import_deal AS
SELECT NULL AS deal_id, NULL AS actor_id, NULL AS source, NULL AS content
WHERE 0;

CREATE TRIGGER import_deal_run INSTEAD OF INSERT ON import_deal
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    FROM json_tree(NEW.content) t
    WHERE t.key IN ('owner', 'submitted_by', 'assigned_to', 'completed_by', 'performed_by', 'author') AND t.type = 'text'
      AND NOT EXISTS (SELECT 1 FROM users u WHERE u.username = t.value);
    INSERT INTO import_deal_head (deal_id, source, deal_row)
    VALUES (NEW.deal_id, NEW.source, (SELECT value FROM json_each(NEW.content) WHERE key = 'deal'));
    INSERT INTO deal_tiers_writer (deal_id, tiers)
    VALUES (NEW.deal_id, coalesce((SELECT value FROM json_each(NEW.content) WHERE key = 'tiers'), '[]'));
    INSERT INTO import_approvals (deal_id, content) VALUES (NEW.deal_id, NEW.content);
    INSERT INTO import_story (deal_id, content) VALUES (NEW.deal_id, NEW.content);
    -- what was under way goes on: a department that was never asked is asked, and what is complete moves on
    INSERT INTO approval_opener (deal_id, actor_id, stage)
    SELECT d.id, NEW.actor_id, 1
    FROM deals d
    WHERE d.id = NEW.deal_id AND d.status IN ('submitted', 'under_review');
    INSERT INTO approval_progress (deal_id, actor_id)
    SELECT d.id, NEW.actor_id
    FROM deals d
    WHERE d.id = NEW.deal_id AND d.status IN ('submitted', 'under_review');
END;

-- A reference that the prototype never gave, or that is taken here, becomes the next one of the year.
CREATE VIEW import_deal_head AS
SELECT NULL AS deal_id, NULL AS source, NULL AS deal_row
WHERE 0;

CREATE TRIGGER import_deal_head_run INSTEAD OF INSERT ON import_deal_head
BEGIN
    INSERT INTO deals (id, reference_number, deal_name, owner_id, status, draft_type, revision_count, is_revision, parent_submission_id, revision_reason,
                       last_revised_at, can_edit, visible_since, draft_expires_at, submitted_by, flow_intelligence, created_at)
    SELECT NEW.deal_id,
           CASE WHEN length(c.reference) <= 16 AND NOT EXISTS (SELECT 1 FROM deals d WHERE d.reference_number = c.reference) THEN c.reference
                ELSE printf('DEAL-%s-%03d', strftime('%Y', c.created_at),
                            1 + coalesce((SELECT n.last_number FROM reference_counters n
                                          WHERE n.year = CAST(strftime('%Y', c.created_at) AS INTEGER)), 0)) END,
           trim(coalesce((SELECT value FROM json_each(NEW.deal_row, '$.deal_name')), '')),
           (SELECT u.id FROM users u WHERE u.username = (SELECT value FROM json_each(NEW.deal_row, '$.owner'))),
           c.status,
           coalesce((SELECT value FROM json_each(NEW.deal_row, '$.draft_type')), CASE WHEN c.status IN ('scoping', 'converted') THEN 'scoping_draft' ELSE 'submission_draft' END),
           coalesce((SELECT value FROM json_each(NEW.deal_row, '$.revision_count')), 0),
           coalesce((SELECT value FROM json_each(NEW.deal_row, '$.is_revision')), 0),
           (SELECT s.target_id FROM import_sources s
            WHERE s.source = NEW.source AND s.kind = 'deal' AND s.source_key = CAST((SELECT value FROM json_each(NEW.deal_row, '$.parent_key')) AS TEXT)),
           (SELECT value FROM json_each(NEW.deal_row, '$.revision_reason')),
           (SELECT value FROM json_each(NEW.deal_row, '$.last_revised_at')),
           c.status IN ('draft', 'negotiating') AND coalesce((SELECT value FROM json_each(NEW.deal_row, '$.can_edit')), 1),
           coalesce((SELECT value FROM json_each(NEW.deal_row, '$.visible_since')), CASE WHEN c.status <> 'draft' THEN c.created_at END),
           coalesce((SELECT value FROM json_each(NEW.deal_row, '$.draft_expires_at')), CASE WHEN c.status = 'draft' THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+30 days') END),
           (SELECT u.id FROM users u WHERE u.username = (SELECT value FROM json_each(NEW.deal_row, '$.submitted_by'))),
           (SELECT value FROM json_each(NEW.deal_row, '$.flow_intelligence')),
           c.created_at
    FROM (SELECT (SELECT value FROM json_each(NEW.deal_row, '$.status')) AS status,
                 (SELECT value FROM json_each(NEW.deal_row, '$.reference_number')) AS reference,
                 coalesce((SELECT value FROM json_each(NEW.deal_row, '$.created_at')), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) AS created_at) c;
    INSERT INTO deal_content_writer (deal_id, editor_id, draft)
    SELECT d.id, d.owner_id, NEW.deal_row
    FROM deals d
    WHERE d.id = NEW.deal_id;
    UPDATE deals
    SET updated_at = coalesce((SELECT value FROM json_each(NEW.deal_row, '$.updated_at')), created_at),
        last_status_change = coalesce((SELECT value FROM json_each(NEW.deal_row, '$.last_status_change')), (SELECT value FROM json_each(NEW.deal_row, '$.updated_at')), created_at),
        previous_year_revenue = (SELECT value FROM json_each(NEW.deal_row, '$.previous_year_revenue')),
        previous_year_margin = (SELECT value FROM json_each(NEW.deal_row, '$.previous_year_margin')),
        routing_amount = (SELECT value FROM json_each(NEW.deal_row, '$.routing_amount')),
        routing_level = (SELECT value FROM json_each(NEW.deal_row, '$.routing_level'))
    WHERE id = NEW.deal_id;
END;
