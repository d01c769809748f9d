-- What an import asks before it plans: what it brought before, and which references are taken.

CREATE VIEW dealdesk.imported_rows WITH (security_invoker = true) AS
SELECT s.source, s.kind, s.source_key, s.target_id, d.deal_name, d.created_at
FROM dealdesk.import_sources s
LEFT JOIN dealdesk.deals d ON d.id = s.target_id AND s.kind IN ('deal', 'scoping_request');

-- A deal that came from elsewhere without a reference, or with one that was taken, has its reference from here: the key of a deal of the
-- prototype ends in the reference that it had there.
CREATE VIEW dealdesk.deal_references WITH (security_invoker = true) AS
SELECT d.reference_number,
       EXISTS (SELECT 1 FROM dealdesk.import_sources s
               WHERE s.target_id = d.id AND s.kind = 'deal' AND s.source_key LIKE '%:' || d.reference_number) AS is_imported
FROM dealdesk.deals d;
