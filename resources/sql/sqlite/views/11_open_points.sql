-- What the owner of a negotiating deal is asked to work on: each place that a standing request names, and the request as a whole ('').

CREATE VIEW open_points AS
SELECT a.id AS approval_id, a.deal_id, d.owner_id, '' AS path
FROM deal_approvals a
JOIN deals d ON d.id = a.deal_id AND d.status = 'negotiating' AND d.revision_count + 1 = a.revision_number
WHERE a.status = 'revision_requested'
UNION ALL
SELECT a.id, a.deal_id, d.owner_id, j.value
FROM deal_approvals a
JOIN deals d ON d.id = a.deal_id AND d.status = 'negotiating' AND d.revision_count + 1 = a.revision_number
JOIN json_each(a.revision_fields) j ON j.type = 'text'
WHERE a.status = 'revision_requested';
