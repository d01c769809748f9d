-- A deal's story, and everybody's: five tables, each with an index on (deal, time) and one on (time, id). Each arm reads one table and asks the
-- deal's columns row by row, so that the planner merges the five indexes in order of time and a page reads only its rows.

CREATE VIEW dealdesk.deal_history WITH (security_invoker = true) AS
SELECT h.deal_id,
       (SELECT d.reference_number FROM dealdesk.deals d WHERE d.id = h.deal_id) AS reference_number,
       (SELECT d.deal_name FROM dealdesk.deals d WHERE d.id = h.deal_id) AS deal_name,
       'status' AS source,
       h.id,
       h.changed_at AS occurred_at,
       h.performed_by AS actor_id,
       h.performed_by_name AS actor_name,
       h.on_behalf_of_name,
       h.status AS what,
       h.previous_status AS detail,
       h.comments,
       (SELECT d.visible_since FROM dealdesk.deals d WHERE d.id = h.deal_id) AS visible_since,
       (SELECT d.owner_id FROM dealdesk.deals d WHERE d.id = h.deal_id) AS owner_id
FROM dealdesk.deal_status_history h
UNION ALL
SELECT x.deal_id,
       (SELECT d.reference_number FROM dealdesk.deals d WHERE d.id = x.deal_id),
       (SELECT d.deal_name FROM dealdesk.deals d WHERE d.id = x.deal_id),
       'action', x.id, x.created_at, x.performed_by, x.performed_by_name, x.on_behalf_of_name, x.action_type,
       (SELECT coalesce(a.approval_level, a.department) FROM dealdesk.deal_approvals a WHERE a.id = x.approval_id),
       x.comments,
       (SELECT d.visible_since FROM dealdesk.deals d WHERE d.id = x.deal_id),
       (SELECT d.owner_id FROM dealdesk.deals d WHERE d.id = x.deal_id)
FROM dealdesk.approval_actions x
UNION ALL
SELECT c.deal_id,
       (SELECT d.reference_number FROM dealdesk.deals d WHERE d.id = c.deal_id),
       (SELECT d.deal_name FROM dealdesk.deals d WHERE d.id = c.deal_id),
       'comment', c.id, c.created_at, c.author_id, c.author_name, NULL, 'comment',
       (SELECT coalesce(a.approval_level, a.department) FROM dealdesk.deal_approvals a WHERE a.id = c.approval_id),
       c.body,
       (SELECT d.visible_since FROM dealdesk.deals d WHERE d.id = c.deal_id),
       (SELECT d.owner_id FROM dealdesk.deals d WHERE d.id = c.deal_id)
FROM dealdesk.deal_comments c
UNION ALL
SELECT r.deal_id,
       (SELECT d.reference_number FROM dealdesk.deals d WHERE d.id = r.deal_id),
       (SELECT d.deal_name FROM dealdesk.deals d WHERE d.id = r.deal_id),
       'revision', r.id, r.submitted_at, r.submitted_by, r.submitted_by_name, NULL, 'submitted_revision',
       r.revision_number::text,
       NULL,
       (SELECT d.visible_since FROM dealdesk.deals d WHERE d.id = r.deal_id),
       (SELECT d.owner_id FROM dealdesk.deals d WHERE d.id = r.deal_id)
FROM dealdesk.deal_revisions r
UNION ALL
-- the clock's steps; of an escalation its action tells, with whom it added
SELECT s.deal_id,
       (SELECT d.reference_number FROM dealdesk.deals d WHERE d.id = s.deal_id),
       (SELECT d.deal_name FROM dealdesk.deals d WHERE d.id = s.deal_id),
       'clock', s.id, s.noticed_at, NULL, 'Deal Desk', NULL, s.step,
       (SELECT coalesce(a.approval_level, a.department) FROM dealdesk.deal_approvals a WHERE a.id = s.approval_id),
       NULL,
       (SELECT d.visible_since FROM dealdesk.deals d WHERE d.id = s.deal_id),
       (SELECT d.owner_id FROM dealdesk.deals d WHERE d.id = s.deal_id)
FROM dealdesk.approval_clock_steps s
WHERE s.step <> 'escalation';

-- Everybody whom the history names. Jumps from name to name in the indexes instead of reading every event.
CREATE VIEW dealdesk.history_actors WITH (security_invoker = true) AS
WITH RECURSIVE
    changers (name) AS (
        SELECT min(performed_by_name) FROM dealdesk.deal_status_history
        UNION ALL
        SELECT (SELECT min(h.performed_by_name) FROM dealdesk.deal_status_history h WHERE h.performed_by_name > c.name) FROM changers c WHERE c.name IS NOT NULL),
    deciders (name) AS (
        SELECT min(performed_by_name) FROM dealdesk.approval_actions
        UNION ALL
        SELECT (SELECT min(x.performed_by_name) FROM dealdesk.approval_actions x WHERE x.performed_by_name > d.name) FROM deciders d WHERE d.name IS NOT NULL),
    authors (name) AS (
        SELECT min(author_name) FROM dealdesk.deal_comments
        UNION ALL
        SELECT (SELECT min(c.author_name) FROM dealdesk.deal_comments c WHERE c.author_name > a.name) FROM authors a WHERE a.name IS NOT NULL),
    submitters (name) AS (
        SELECT min(submitted_by_name) FROM dealdesk.deal_revisions
        UNION ALL
        SELECT (SELECT min(r.submitted_by_name) FROM dealdesk.deal_revisions r WHERE r.submitted_by_name > s.name) FROM submitters s WHERE s.name IS NOT NULL)
SELECT name FROM changers WHERE name IS NOT NULL
UNION
SELECT name FROM deciders WHERE name IS NOT NULL
UNION
SELECT name FROM authors WHERE name IS NOT NULL
UNION
SELECT name FROM submitters WHERE name IS NOT NULL
UNION
SELECT 'Deal Desk' WHERE EXISTS (SELECT 1 FROM dealdesk.approval_clock_steps);
