-- A calendar's parts change only in the statement that saves the calendar, and its days are the working days that it says.

CREATE TRIGGER calendars_no_delete BEFORE DELETE ON calendars
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER calendars_insert BEFORE INSERT ON calendars
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate') WHERE EXISTS (SELECT 1 FROM calendars c WHERE c.id = NEW.id OR c.name = NEW.name);
    SELECT RAISE(ABORT, 'dealdesk:forbidden') WHERE NEW.is_default;
END;

CREATE TRIGGER calendars_update BEFORE UPDATE ON calendars
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden') WHERE NEW.id IS NOT OLD.id;
    SELECT RAISE(ABORT, 'dealdesk:stale') WHERE NEW.version <= OLD.version;
END;

CREATE TRIGGER calendar_regions_insert BEFORE INSERT ON calendar_regions
WHEN EXISTS (SELECT 1 FROM calendar_regions r WHERE r.region = NEW.region)
  OR NOT EXISTS (SELECT 1 FROM calendars c WHERE c.id = NEW.calendar_id AND c.updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER calendar_regions_no_update BEFORE UPDATE ON calendar_regions
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER calendar_regions_delete BEFORE DELETE ON calendar_regions
WHEN NOT EXISTS (SELECT 1 FROM calendars c WHERE c.id = OLD.calendar_id AND c.updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER calendar_holidays_insert BEFORE INSERT ON calendar_holidays
WHEN NOT EXISTS (SELECT 1 FROM calendars c WHERE c.id = NEW.calendar_id AND c.updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER calendar_holidays_no_update BEFORE UPDATE ON calendar_holidays
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER calendar_holidays_delete BEFORE DELETE ON calendar_holidays
WHEN NOT EXISTS (SELECT 1 FROM calendars c WHERE c.id = OLD.calendar_id AND c.updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER calendar_days_insert BEFORE INSERT ON calendar_days
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NOT EXISTS (SELECT 1 FROM calendars c WHERE c.id = NEW.calendar_id AND c.updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE strftime('%Y-%m-%dT%H:%M:%fZ', NEW.opens_at) IS NOT NEW.opens_at
       OR strftime('%Y-%m-%dT%H:%M:%fZ', NEW.cutoff_at) IS NOT NEW.cutoff_at
       OR strftime('%Y-%m-%dT%H:%M:%fZ', NEW.closes_at) IS NOT NEW.closes_at
       OR NEW.opens_at >= NEW.cutoff_at OR NEW.cutoff_at > NEW.closes_at
       OR date(NEW.day) IS NOT NEW.day
       OR NOT EXISTS (SELECT 1 FROM calendars c
                      WHERE c.id = NEW.calendar_id AND instr(c.work_days, CASE strftime('%w', NEW.day) WHEN '0' THEN '7' ELSE strftime('%w', NEW.day) END))
       OR EXISTS (SELECT 1 FROM calendar_holidays h WHERE h.calendar_id = NEW.calendar_id AND h.day = NEW.day);
    -- after the day before, without a gap in numbers and positions
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE CASE NEW.day_number
          WHEN 1 THEN NEW.worked_before <> 0 OR EXISTS (SELECT 1 FROM calendar_days w WHERE w.calendar_id = NEW.calendar_id)
          ELSE NOT EXISTS (SELECT 1 FROM calendar_days w
                           WHERE w.calendar_id = NEW.calendar_id AND w.day_number = NEW.day_number - 1
                             AND w.day < NEW.day AND w.closes_at <= NEW.opens_at
                             AND NEW.worked_before = w.worked_before + strftime('%s', w.closes_at) * 1000 + substr(w.closes_at, 21, 3)
                                                     - strftime('%s', w.opens_at) * 1000 - substr(w.opens_at, 21, 3))
               OR EXISTS (SELECT 1 FROM calendar_days w WHERE w.calendar_id = NEW.calendar_id AND w.day_number >= NEW.day_number)
          END;
END;

CREATE TRIGGER calendar_days_no_update BEFORE UPDATE ON calendar_days
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER calendar_days_delete BEFORE DELETE ON calendar_days
WHEN NOT EXISTS (SELECT 1 FROM calendars c WHERE c.id = OLD.calendar_id AND c.updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;
