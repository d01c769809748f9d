-- Decisions that may still be taken back: of the current revision, really made here, and nobody has gone on from them.

CREATE VIEW approvals_to_rescind AS
SELECT a.id AS approval_id
FROM deal_approvals a
JOIN deal_states s ON s.deal_id = a.deal_id AND s.revision_number = a.revision_number
WHERE a.status IN ('approved', 'revision_requested') AND a.carried_from IS NULL
  -- what came open from the prototype is decided here
  AND (NOT a.imported OR EXISTS (SELECT 1 FROM approval_actions x
                                 WHERE x.approval_id = a.id AND x.action_type IN ('approve', 'request_revision') AND NOT x.imported))
  AND CASE
      -- the business level has not decided
      WHEN a.approval_stage = 1 AND EXISTS (SELECT 1 FROM deal_approvals o
                                            WHERE o.deal_id = a.deal_id AND o.revision_number = a.revision_number AND o.approval_stage = 2
                                              AND o.status IN ('approved', 'revision_requested', 'rejected'))
      THEN 0
      -- legal has not begun
      WHEN a.status = 'approved' AND a.approval_stage = 2
      THEN s.status = 'approved'
      WHEN a.status = 'approved'
      THEN s.status IN ('submitted', 'under_review', 'negotiating')
      -- the owner has changed nothing
      ELSE s.status = 'negotiating'
           AND EXISTS (SELECT 1 FROM deal_revisions r JOIN deal_content c ON c.deal_id = r.deal_id AND c.content = r.content
                       WHERE r.deal_id = a.deal_id AND r.revision_number = a.revision_number)
      END;

-- Deals that negotiate because a revision was requested, though no request stands any more and nothing was changed: they go back under review.
CREATE VIEW deals_without_request AS
SELECT s.deal_id
FROM deal_states s
WHERE s.status = 'negotiating'
  AND NOT EXISTS (SELECT 1 FROM deal_approvals a
                  WHERE a.deal_id = s.deal_id AND a.revision_number = s.revision_number AND a.status = 'revision_requested')
  -- who recalls a deal or takes it back for its client has written it, or is of legal, and has not just requested a revision of it
  AND EXISTS (SELECT 1
              FROM deal_approvals a
              JOIN approval_actions x ON x.approval_id = a.id AND x.action_type = 'request_revision'
              WHERE a.deal_id = s.deal_id AND a.revision_number = s.revision_number
                AND (x.performed_by, 'negotiating') = (SELECT h.performed_by, h.status FROM deal_status_history h
                                                       WHERE h.deal_id = s.deal_id ORDER BY h.id DESC LIMIT 1))
  AND NOT EXISTS (SELECT 1 FROM deals_fully_approved f WHERE f.deal_id = s.deal_id)
  AND EXISTS (SELECT 1 FROM deal_revisions r JOIN deal_content c ON c.deal_id = r.deal_id AND c.content = r.content
              WHERE r.deal_id = s.deal_id AND r.revision_number = s.revision_number);
