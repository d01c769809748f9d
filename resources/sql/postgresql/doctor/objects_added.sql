SELECT o.kind, o.name
FROM dealdesk_steps.catalog_objects o
WHERE NOT EXISTS (SELECT 1 FROM dealdesk.stored_objects s WHERE o.kind = s.kind AND o.name = s.name)
ORDER BY 1, 2
