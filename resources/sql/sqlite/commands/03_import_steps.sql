-- Shared steps of cmd_import. A person or client of that name that is already here is taken as the one meant, and left as it is.

CREATE VIEW import_party AS
SELECT NULL AS source, NULL AS kind, NULL AS source_key, NULL AS content
WHERE 0;

CREATE TRIGGER import_party_run INSTEAD OF INSERT ON import_party
BEGIN
    INSERT INTO users (username, email, password, first_name, last_name, role, department, approval_level, is_active, created_at)
    SELECT trim((SELECT value FROM json_each(NEW.content, '$.username'))), trim((SELECT value FROM json_each(NEW.content, '$.email'))), '',
           trim(coalesce((SELECT value FROM json_each(NEW.content, '$.first_name')), '')),
           trim(coalesce((SELECT value FROM json_each(NEW.content, '$.last_name')), '')),
           (SELECT value FROM json_each(NEW.content, '$.role')),
           (SELECT value FROM json_each(NEW.content, '$.department')),
           (SELECT value FROM json_each(NEW.content, '$.approval_level')),
           coalesce((SELECT value FROM json_each(NEW.content, '$.is_active')), 1),
           coalesce((SELECT value FROM json_each(NEW.content, '$.created_at')), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    WHERE NEW.kind = 'user'
      AND NOT EXISTS (SELECT 1 FROM users u
                      WHERE u.username = trim((SELECT value FROM json_each(NEW.content, '$.username'))) OR u.email = trim((SELECT value FROM json_each(NEW.content, '$.email'))));
    INSERT INTO advertisers (name, region, previous_year_revenue, previous_year_margin, previous_year_profit, previous_year_incentive_cost,
                             previous_year_client_value, created_at, updated_at)
    SELECT trim((SELECT value FROM json_each(NEW.content, '$.name'))),
           (SELECT value FROM json_each(NEW.content, '$.region')),
           (SELECT value FROM json_each(NEW.content, '$.previous_year_revenue')),
           (SELECT value FROM json_each(NEW.content, '$.previous_year_margin')),
           (SELECT value FROM json_each(NEW.content, '$.previous_year_profit')),
           (SELECT value FROM json_each(NEW.content, '$.previous_year_incentive_cost')),
           (SELECT value FROM json_each(NEW.content, '$.previous_year_client_value')),
           coalesce((SELECT value FROM json_each(NEW.content, '$.created_at')), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
           coalesce((SELECT value FROM json_each(NEW.content, '$.updated_at')), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    WHERE NEW.kind = 'advertiser' AND NOT EXISTS (SELECT 1 FROM advertisers c WHERE c.name = trim((SELECT value FROM json_each(NEW.content, '$.name'))));
    INSERT INTO agencies (name, type, region, previous_year_revenue, previous_year_margin, previous_year_profit, previous_year_incentive_cost,
                          previous_year_client_value, created_at, updated_at)
    SELECT trim((SELECT value FROM json_each(NEW.content, '$.name'))), coalesce((SELECT value FROM json_each(NEW.content, '$.type')), 'independent'),
           (SELECT value FROM json_each(NEW.content, '$.region')),
           (SELECT value FROM json_each(NEW.content, '$.previous_year_revenue')),
           (SELECT value FROM json_each(NEW.content, '$.previous_year_margin')),
           (SELECT value FROM json_each(NEW.content, '$.previous_year_profit')),
           (SELECT value FROM json_each(NEW.content, '$.previous_year_incentive_cost')),
           (SELECT value FROM json_each(NEW.content, '$.previous_year_client_value')),
           coalesce((SELECT value FROM json_each(NEW.content, '$.created_at')), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
           coalesce((SELECT value FROM json_each(NEW.content, '$.updated_at')), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    WHERE NEW.kind = 'agency' AND NOT EXISTS (SELECT 1 FROM agencies c WHERE c.name = trim((SELECT value FROM json_each(NEW.content, '$.name'))));
    INSERT INTO import_sources (source, kind, source_key, target_id)
    SELECT NEW.source, NEW.kind, NEW.source_key,
           CASE NEW.kind
           WHEN 'user' THEN (SELECT u.id FROM users u WHERE u.username = trim((SELECT value FROM json_each(NEW.content, '$.username')))
                                                         OR u.email = trim((SELECT value FROM json_each(NEW.content, '$.email')))
                             ORDER BY u.username = trim((SELECT value FROM json_each(NEW.content, '$.username'))) DESC LIMIT 1)
           WHEN 'advertiser' THEN (SELECT c.id FROM advertisers c WHERE c.name = trim((SELECT value FROM json_each(NEW.content, '$.name'))))
           ELSE (SELECT c.id FROM agencies c WHERE c.name = trim((SELECT value FROM json_each(NEW.content, '$.name'))))
           END;
END;
