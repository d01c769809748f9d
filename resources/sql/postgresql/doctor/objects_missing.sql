SELECT s.kind, s.name
FROM dealdesk.stored_objects s
WHERE NOT EXISTS (SELECT 1 FROM dealdesk_steps.catalog_objects o WHERE o.kind = s.kind AND o.name = s.name)
ORDER BY 1, 2
