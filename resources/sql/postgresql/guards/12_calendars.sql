-- A calendar's parts change only by the command that saves a calendar, which is under way in this transaction, and its days are the working days that it says.

CREATE TRIGGER calendars_no_delete BEFORE DELETE ON dealdesk.calendars
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();

CREATE FUNCTION dealdesk_steps.guard_calendars() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM dealdesk_steps.refuse_if(NEW.is_default, 'forbidden');
        RETURN NEW;
    END IF;
    PERFORM dealdesk_steps.refuse_if(NEW.id IS DISTINCT FROM OLD.id, 'forbidden');
    PERFORM dealdesk_steps.refuse_if(NEW.version <= OLD.version, 'stale', jsonb_build_object('version', OLD.version));
    RETURN NEW;
END $$;

CREATE TRIGGER calendars_kept BEFORE INSERT OR UPDATE ON dealdesk.calendars
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_calendars();

CREATE FUNCTION dealdesk_steps.guard_calendar_parts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(
        TG_OP = 'UPDATE' OR NOT EXISTS (SELECT 1 FROM dealdesk.command_log l WHERE l.verb = 'save_calendar' AND l.result IS NULL), 'forbidden');
    RETURN NULL;
END $$;

CREATE TRIGGER calendar_regions_kept BEFORE INSERT OR UPDATE OR DELETE ON dealdesk.calendar_regions
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_calendar_parts();
CREATE TRIGGER calendar_holidays_kept BEFORE INSERT OR UPDATE OR DELETE ON dealdesk.calendar_holidays
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_calendar_parts();
CREATE TRIGGER calendar_days_kept BEFORE INSERT OR UPDATE OR DELETE ON dealdesk.calendar_days
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_calendar_parts();

-- Each day after the one before, without a gap in numbers and positions.
CREATE FUNCTION dealdesk_steps.guard_calendar_days() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(EXISTS (
        SELECT 1
        FROM (SELECT w.*,
                     row_number() OVER of_calendar AS number,
                     lag(w.day) OVER of_calendar AS former_day,
                     lag(w.closes_at) OVER of_calendar AS former_close,
                     coalesce(sum((extract(epoch FROM w.closes_at - w.opens_at) * 1000)::bigint) OVER of_calendar, 0) AS worked
              FROM dealdesk.calendar_days w
              WHERE w.calendar_id IN (SELECT n.calendar_id FROM new_days n)
              WINDOW of_calendar AS (PARTITION BY w.calendar_id ORDER BY w.day_number)) w
        JOIN dealdesk.calendars c ON c.id = w.calendar_id
        WHERE w.opens_at >= w.cutoff_at OR w.cutoff_at > w.closes_at
           OR position(extract(isodow FROM w.day)::text IN c.work_days) = 0
           OR w.day <= w.former_day OR w.opens_at < w.former_close
           OR w.day_number <> w.number
           OR w.worked_before <> w.worked - (extract(epoch FROM w.closes_at - w.opens_at) * 1000)::bigint
           OR EXISTS (SELECT 1 FROM dealdesk.calendar_holidays h WHERE h.calendar_id = w.calendar_id AND h.day = w.day)), 'invalid');
    RETURN NULL;
END $$;

CREATE TRIGGER calendar_days_true AFTER INSERT ON dealdesk.calendar_days REFERENCING NEW TABLE AS new_days
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_calendar_days();
