-- everybody at once, and a few exports and administrators
SELECT current_setting('max_connections'), p.people
FROM (SELECT count(*) AS people FROM dealdesk.users u WHERE u.is_active) p
WHERE current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer < p.people * 1.1 + 5
