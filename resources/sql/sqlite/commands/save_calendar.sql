-- A calendar with the days that the program worked out from it. All of them are written anew; what is running keeps its dates. That the days are
-- those of the calendar is the guards' business.
CREATE VIEW cmd_save_calendar AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER cmd_save_calendar_run INSTEAD OF INSERT ON cmd_save_calendar
BEGIN
    INSERT INTO command_entry (command_id, actor_id, verb, deal_id, expected_version, digest, arguments)
    VALUES (NEW.command_id, NEW.actor_id, 'save_calendar', NULL, NULL, NEW.digest, NEW.arguments);
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;
    INSERT INTO admin_entry (actor_id) VALUES (NEW.actor_id);
    INSERT INTO record_entry_calendar (id, expected_version, arguments)
    VALUES ((SELECT value FROM json_each(NEW.arguments, '$.id')), NEW.expected_version, NEW.arguments);
    -- who loses the default or a region is another record than the one on somebody's screen
    UPDATE calendars
    SET is_default = is_default AND NOT coalesce((SELECT value FROM json_each(NEW.arguments, '$.is_default')), 0),
        version = version + 1,
        updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id IS NOT (SELECT value FROM json_each(NEW.arguments, '$.id'))
      AND ((is_default AND (SELECT value FROM json_each(NEW.arguments, '$.is_default')))
           OR id IN (SELECT r.calendar_id FROM calendar_regions r WHERE r.region IN (SELECT value FROM json_each(NEW.arguments, '$.regions'))));
    INSERT INTO calendars (name, time_zone, version)
    SELECT trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.name')), '')), (SELECT value FROM json_each(NEW.arguments, '$.time_zone')), 0
    WHERE (SELECT value FROM json_each(NEW.arguments, '$.id')) IS NULL;
    UPDATE calendars
    SET name = trim(coalesce((SELECT value FROM json_each(NEW.arguments, '$.name')), '')),
        time_zone = (SELECT value FROM json_each(NEW.arguments, '$.time_zone')),
        work_days = (SELECT value FROM json_each(NEW.arguments, '$.work_days')),
        opens_at = (SELECT value FROM json_each(NEW.arguments, '$.opens_at')),
        cutoff_at = (SELECT value FROM json_each(NEW.arguments, '$.cutoff_at')),
        closes_at = (SELECT value FROM json_each(NEW.arguments, '$.closes_at')),
        is_default = coalesce((SELECT value FROM json_each(NEW.arguments, '$.is_default')), 0),
        version = version + 1,
        updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = coalesce((SELECT value FROM json_each(NEW.arguments, '$.id')), (SELECT max(c.id) FROM calendars c));
    INSERT INTO calendar_parts (calendar_id, arguments)
    VALUES (coalesce((SELECT value FROM json_each(NEW.arguments, '$.id')), (SELECT max(c.id) FROM calendars c)), NEW.arguments);
    INSERT INTO command_log (command_id, actor_id, verb, digest, result)
    SELECT NEW.command_id, NEW.actor_id, 'save_calendar', NEW.digest, printf('{"id":%d,"version":%d}', x.id, x.version)
    FROM calendars x
    WHERE x.id = coalesce((SELECT value FROM json_each(NEW.arguments, '$.id')), (SELECT max(c.id) FROM calendars c));
END;

CREATE VIEW record_entry_calendar AS
SELECT NULL AS id, NULL AS expected_version, NULL AS arguments
WHERE 0;

CREATE TRIGGER record_entry_calendar_run INSTEAD OF INSERT ON record_entry_calendar
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:not_found') WHERE NEW.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM calendars c WHERE c.id = NEW.id);
    SELECT RAISE(ABORT, 'dealdesk:stale') FROM calendars c WHERE c.id = NEW.id AND c.version IS NOT NEW.expected_version;
    SELECT RAISE(ABORT, 'dealdesk:duplicate')
    WHERE EXISTS (SELECT 1 FROM calendars c WHERE c.id IS NOT NEW.id AND c.name = trim((SELECT value FROM json_each(NEW.arguments, '$.name'))));
    -- there is always one for the regions that have none of their own
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    FROM calendars c
    WHERE c.id = NEW.id AND c.is_default AND NOT coalesce((SELECT value FROM json_each(NEW.arguments, '$.is_default')), 0);
    SELECT RAISE(ABORT, 'dealdesk:invalid') WHERE NOT EXISTS (SELECT 1 FROM json_each(NEW.arguments, '$.days'));
END;

CREATE VIEW calendar_parts AS
SELECT NULL AS calendar_id, NULL AS arguments
WHERE 0;

CREATE TRIGGER calendar_parts_run INSTEAD OF INSERT ON calendar_parts
BEGIN
    DELETE FROM calendar_regions
    WHERE calendar_id = NEW.calendar_id OR region IN (SELECT value FROM json_each(NEW.arguments, '$.regions'));
    INSERT INTO calendar_regions (region, calendar_id) SELECT DISTINCT j.value, NEW.calendar_id FROM json_each(NEW.arguments, '$.regions') j;
    DELETE FROM calendar_holidays WHERE calendar_id = NEW.calendar_id;
    INSERT INTO calendar_holidays (calendar_id, day, name)
    SELECT NEW.calendar_id, (SELECT value FROM json_each(j.value, '$.day')), trim(coalesce((SELECT value FROM json_each(j.value, '$.name')), ''))
    FROM json_each(NEW.arguments, '$.holidays') j;
    DELETE FROM calendar_days WHERE calendar_id = NEW.calendar_id;
    INSERT INTO calendar_days (calendar_id, day_number, day, opens_at, cutoff_at, closes_at, worked_before)
    SELECT NEW.calendar_id, w.number, w.day, w.opens_at, w.cutoff_at, w.closes_at,
           coalesce(sum(strftime('%s', w.closes_at) * 1000 + substr(w.closes_at, 21, 3) - strftime('%s', w.opens_at) * 1000 - substr(w.opens_at, 21, 3))
                        OVER (ORDER BY w.number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
    FROM (SELECT j.key + 1 AS number,
                 coalesce((SELECT value FROM json_each(j.value, '$[0]')), '') AS day,
                 coalesce((SELECT value FROM json_each(j.value, '$[1]')), '') AS opens_at,
                 coalesce((SELECT value FROM json_each(j.value, '$[2]')), '') AS cutoff_at,
                 coalesce((SELECT value FROM json_each(j.value, '$[3]')), '') AS closes_at
          FROM json_each(NEW.arguments, '$.days') j) w
    ORDER BY w.number;
END;
