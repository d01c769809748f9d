SELECT current_setting('server_version')
FROM dealdesk_steps.catalog_objects o
JOIN dealdesk.stored_objects s ON s.kind = o.kind AND s.fingerprint <> o.fingerprint
WHERE o.kind = 'server'
