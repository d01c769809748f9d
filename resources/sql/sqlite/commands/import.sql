-- One row of old data with all its children. What came in before is not written again, and says so.
CREATE VIEW cmd_import AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_import_run INSTEAD OF INSERT ON cmd_import
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'import', NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO admin_entry (actor_id) VALUES (NEW.actor_id);
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'import', NEW.digest, printf('{"already":true,"target_id":%d}', s.target_id)
    FROM import_sources s
    WHERE s.source = (SELECT value FROM json_each(NEW.arguments, '$.source')) AND s.kind = (SELECT value FROM json_each(NEW.arguments, '$.kind'))
      AND s.source_key = (SELECT value FROM json_each(NEW.arguments, '$.key'));
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE NOT EXISTS (SELECT 1 FROM json_each(NEW.arguments) j WHERE j.key = 'row' AND j.type = 'object')
       OR coalesce((SELECT value FROM json_each(NEW.arguments, '$.kind')), '') NOT IN ('user', 'advertiser', 'agency', 'deal', 'scoping_request');

    INSERT INTO import_party (source, kind, source_key, content)
    SELECT a.source, a.kind, a.source_key, a.content
    FROM (SELECT (SELECT value FROM json_each(NEW.arguments, '$.source')) AS source, (SELECT value FROM json_each(NEW.arguments, '$.kind')) AS kind,
                 (SELECT value FROM json_each(NEW.arguments, '$.key')) AS source_key, (SELECT value FROM json_each(NEW.arguments) WHERE key = 'row') AS content) a
    WHERE a.kind IN ('user', 'advertiser', 'agency');

    INSERT INTO import_sources (source, kind, source_key, target_id)
    SELECT (SELECT value FROM json_each(NEW.arguments, '$.source')), (SELECT value FROM json_each(NEW.arguments, '$.kind')), (SELECT value FROM json_each(NEW.arguments, '$.key')),
           (SELECT coalesce(max(d.id), 0) + 1 FROM deals d)
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.kind')) IN ('deal', 'scoping_request');
    INSERT INTO import_deal (deal_id, actor_id, source, content)
    SELECT s.target_id, NEW.actor_id, s.source, (SELECT value FROM json_each(NEW.arguments) WHERE key = 'row')
    FROM import_sources s
    WHERE s.source = (SELECT value FROM json_each(NEW.arguments, '$.source')) AND s.kind = (SELECT value FROM json_each(NEW.arguments, '$.kind'))
      AND s.source_key = (SELECT value FROM json_each(NEW.arguments, '$.key')) AND s.kind IN ('deal', 'scoping_request');

    INSERT INTO command_log (command_id, actor_id, verb, deal_id, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'import', d.id, NEW.digest,
           printf('{"already":false,"target_id":%d', s.target_id)
           || CASE WHEN d.id IS NULL THEN '}'
                   ELSE printf(',"deal_id":%d,"version":%d,"status":"%s","reference_number":"%s"}', d.id, d.version, d.status, d.reference_number) END
    FROM import_sources s
    LEFT JOIN deals d ON d.id = s.target_id AND s.kind IN ('deal', 'scoping_request')
    WHERE s.source = (SELECT value FROM json_each(NEW.arguments, '$.source')) AND s.kind = (SELECT value FROM json_each(NEW.arguments, '$.kind'))
      AND s.source_key = (SELECT value FROM json_each(NEW.arguments, '$.key'));
END;
