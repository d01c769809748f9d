-- A deal's story, and everybody's: four tables, each with an index on (deal, time) and on time, so that a page reads only its rows.

CREATE VIEW deal_events AS
SELECT h.deal_id, 'status' AS source, h.id, h.changed_at AS occurred_at, h.performed_by AS actor_id, h.performed_by_name AS actor_name,
       h.status AS what, h.previous_status AS detail, h.comments
FROM deal_status_history h
UNION ALL
SELECT x.deal_id, 'action', x.id, x.created_at, x.performed_by, x.performed_by_name,
       x.action_type, (SELECT coalesce(a.approval_level, a.department) FROM deal_approvals a WHERE a.id = x.approval_id), x.comments
FROM approval_actions x
UNION ALL
SELECT c.deal_id, 'comment', c.id, c.created_at, c.author_id, c.author_name,
       'comment', (SELECT coalesce(a.approval_level, a.department) FROM deal_approvals a WHERE a.id = c.approval_id), c.body
FROM deal_comments c
UNION ALL
SELECT r.deal_id, 'revision', r.id, r.submitted_at, r.submitted_by, r.submitted_by_name,
       'submitted_revision', CAST(r.revision_number AS TEXT), NULL
FROM deal_revisions r;

CREATE VIEW deal_history AS
SELECT e.deal_id,
       (SELECT d.reference_number FROM deals d WHERE d.id = e.deal_id) AS reference_number,
       (SELECT d.deal_name FROM deals d WHERE d.id = e.deal_id) AS deal_name,
       e.source,
       e.id,
       e.occurred_at,
       e.actor_id,
       e.actor_name,
       e.what,
       e.detail,
       e.comments,
       (SELECT d.visible_since FROM deals d WHERE d.id = e.deal_id) AS visible_since,
       (SELECT d.owner_id FROM deals d WHERE d.id = e.deal_id) AS owner_id
FROM deal_events e;
