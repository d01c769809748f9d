SELECT o.kind, o.name
FROM dealdesk_steps.catalog_objects o
JOIN dealdesk.stored_objects s ON s.kind = o.kind AND s.name = o.name AND s.fingerprint <> o.fingerprint
WHERE o.kind <> 'server'
ORDER BY 1, 2
