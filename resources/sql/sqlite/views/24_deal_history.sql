-- A deal's story, and everybody's: five tables, each with an index on (deal, time) and one on (time, id). One compound without anything
-- around it, and with the same affinity in every column (the casts), so that SQLite merges the five
-- indexes and a page reads only its rows.

CREATE VIEW deal_history AS
SELECT h.deal_id, d.reference_number, d.deal_name, 'status' AS source, h.id, h.changed_at AS occurred_at, h.performed_by AS actor_id,
       h.performed_by_name AS actor_name, h.on_behalf_of_name, h.status AS what, h.previous_status AS detail, h.comments, d.visible_since, d.owner_id
FROM deal_status_history h
CROSS JOIN deals d ON d.id = h.deal_id
UNION ALL
SELECT x.deal_id, d.reference_number, d.deal_name, 'action', x.id, x.created_at, x.performed_by,
       x.performed_by_name, x.on_behalf_of_name, x.action_type, CAST(coalesce(a.approval_level, a.department) AS TEXT), x.comments, d.visible_since, d.owner_id
FROM approval_actions x
CROSS JOIN deals d ON d.id = x.deal_id
LEFT JOIN deal_approvals a ON a.id = x.approval_id
UNION ALL
SELECT c.deal_id, d.reference_number, d.deal_name, 'comment', c.id, c.created_at, c.author_id,
       c.author_name, CAST(NULL AS TEXT), CAST('comment' AS TEXT), CAST(coalesce(a.approval_level, a.department) AS TEXT), c.body, d.visible_since, d.owner_id
FROM deal_comments c
CROSS JOIN deals d ON d.id = c.deal_id
LEFT JOIN deal_approvals a ON a.id = c.approval_id
UNION ALL
SELECT r.deal_id, d.reference_number, d.deal_name, 'revision', r.id, r.submitted_at, r.submitted_by,
       r.submitted_by_name, CAST(NULL AS TEXT), CAST('submitted_revision' AS TEXT), CAST(r.revision_number AS TEXT), CAST(NULL AS TEXT), d.visible_since, d.owner_id
FROM deal_revisions r
CROSS JOIN deals d ON d.id = r.deal_id
UNION ALL
-- the clock's steps; of an escalation its action tells, with whom it added
SELECT s.deal_id, d.reference_number, d.deal_name, 'clock', s.id, s.noticed_at, CAST(NULL AS INTEGER),
       CAST('Deal Desk' AS TEXT), CAST(NULL AS TEXT), s.step, CAST(coalesce(a.approval_level, a.department) AS TEXT), CAST(NULL AS TEXT), d.visible_since, d.owner_id
FROM approval_clock_steps s
CROSS JOIN deals d ON d.id = s.deal_id
LEFT JOIN deal_approvals a ON a.id = s.approval_id
WHERE s.step <> 'escalation';

-- Everybody whom the history names. Jumps from name to name in the indexes instead of reading every event.
CREATE VIEW history_actors AS
WITH RECURSIVE
    changers (name) AS (
        SELECT min(performed_by_name) FROM deal_status_history
        UNION ALL
        SELECT (SELECT min(h.performed_by_name) FROM deal_status_history h WHERE h.performed_by_name > c.name) FROM changers c WHERE c.name IS NOT NULL),
    deciders (name) AS (
        SELECT min(performed_by_name) FROM approval_actions
        UNION ALL
        SELECT (SELECT min(x.performed_by_name) FROM approval_actions x WHERE x.performed_by_name > d.name) FROM deciders d WHERE d.name IS NOT NULL),
    authors (name) AS (
        SELECT min(author_name) FROM deal_comments
        UNION ALL
        SELECT (SELECT min(c.author_name) FROM deal_comments c WHERE c.author_name > a.name) FROM authors a WHERE a.name IS NOT NULL),
    submitters (name) AS (
        SELECT min(submitted_by_name) FROM deal_revisions
        UNION ALL
        SELECT (SELECT min(r.submitted_by_name) FROM deal_revisions r WHERE r.submitted_by_name > s.name) FROM submitters s WHERE s.name IS NOT NULL)
SELECT name FROM changers WHERE name IS NOT NULL
UNION
SELECT name FROM deciders WHERE name IS NOT NULL
UNION
SELECT name FROM authors WHERE name IS NOT NULL
UNION
SELECT name FROM submitters WHERE name IS NOT NULL
UNION
SELECT 'Deal Desk' WHERE EXISTS (SELECT 1 FROM approval_clock_steps);
