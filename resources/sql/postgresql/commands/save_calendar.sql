-- A calendar with the days that the program worked out from it. All of them are written anew; what is running keeps its dates. That the days are
-- those of the calendar is the guards' business.
CREATE FUNCTION dealdesk.cmd_save_calendar(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    a jsonb;
    v_id bigint;
    v_version bigint;
    v_default boolean;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'save_calendar', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    PERFORM dealdesk_steps.require_admin(e);
    a := e.arguments;
    v_id := dealdesk_steps.number_of(a, 'id');
    v_default := dealdesk_steps.flag_of(a, 'is_default', false);
    PERFORM dealdesk_steps.require_lists(a, ARRAY['regions', 'holidays', 'days']);
    -- whoever saves a calendar waits for whoever saves another: regions and the default go from one to the other
    PERFORM 1 FROM dealdesk.calendars x ORDER BY x.id FOR NO KEY UPDATE;
    PERFORM dealdesk_steps.require_calendar(v_id, p_version, btrim(a ->> 'name'), v_default);
    -- who loses the default or a region is another record than the one on somebody's screen
    UPDATE dealdesk.calendars x
    SET is_default = x.is_default AND NOT v_default, version = x.version + 1, updated_at = clock_timestamp()
    WHERE x.id IS DISTINCT FROM v_id
      AND ((x.is_default AND v_default)
           OR x.id IN (SELECT r.calendar_id FROM dealdesk.calendar_regions r WHERE a -> 'regions' ? r.region));
    IF v_id IS NULL THEN
        INSERT INTO dealdesk.calendars (name, time_zone, version) VALUES (btrim(a ->> 'name'), dealdesk_steps.text_of(a, 'time_zone'), 0)
        RETURNING id INTO v_id;
    END IF;
    UPDATE dealdesk.calendars x
    SET name = btrim(a ->> 'name'),
        time_zone = dealdesk_steps.text_of(a, 'time_zone'),
        work_days = dealdesk_steps.text_of(a, 'work_days'),
        opens_at = dealdesk_steps.text_of(a, 'opens_at'),
        cutoff_at = dealdesk_steps.text_of(a, 'cutoff_at'),
        closes_at = dealdesk_steps.text_of(a, 'closes_at'),
        is_default = v_default,
        version = x.version + 1,
        updated_at = clock_timestamp()
    WHERE x.id = v_id
    RETURNING x.version INTO v_version;
    PERFORM dealdesk_steps.write_calendar_parts(v_id, a);
    RETURN dealdesk_steps.finish(e, jsonb_build_object('id', v_id, 'version', v_version));
END $$;

CREATE FUNCTION dealdesk_steps.require_lists(p_object jsonb, p_keys text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_key text;
BEGIN
    FOREACH v_key IN ARRAY p_keys LOOP
        IF coalesce(jsonb_typeof(p_object -> v_key), '') <> 'array' THEN
            PERFORM dealdesk_steps.refuse('invalid', jsonb_build_object('field', v_key));
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION dealdesk_steps.require_calendar(p_id bigint, p_version bigint, p_name text, p_default boolean) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_saved dealdesk.calendars;
BEGIN
    IF p_id IS NOT NULL THEN
        SELECT * INTO v_saved FROM dealdesk.calendars x WHERE x.id = p_id;
        IF NOT FOUND THEN
            PERFORM dealdesk_steps.refuse('not_found');
        END IF;
        IF v_saved.version IS DISTINCT FROM p_version THEN
            PERFORM dealdesk_steps.refuse('stale', jsonb_build_object('version', v_saved.version));
        END IF;
    END IF;
    IF EXISTS (SELECT 1 FROM dealdesk.calendars x WHERE x.id IS DISTINCT FROM p_id AND lower(x.name) = lower(p_name)) THEN
        PERFORM dealdesk_steps.refuse('duplicate');
    END IF;
    -- there is always one for the regions that have none of their own
    PERFORM dealdesk_steps.refuse_if(coalesce(v_saved.is_default, false) AND NOT p_default, 'invalid', '{"field": "is_default"}');
END $$;

CREATE FUNCTION dealdesk_steps.write_calendar_parts(p_calendar bigint, p_arguments jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM dealdesk.calendar_regions r WHERE r.calendar_id = p_calendar OR p_arguments -> 'regions' ? r.region;
    INSERT INTO dealdesk.calendar_regions (region, calendar_id)
    SELECT DISTINCT j.value, p_calendar FROM jsonb_array_elements_text(p_arguments -> 'regions') AS j (value);
    DELETE FROM dealdesk.calendar_holidays h WHERE h.calendar_id = p_calendar;
    INSERT INTO dealdesk.calendar_holidays (calendar_id, day, name)
    SELECT p_calendar, (j.value ->> 'day')::date, btrim(coalesce(j.value ->> 'name', ''))
    FROM jsonb_array_elements(p_arguments -> 'holidays') AS j (value);
    DELETE FROM dealdesk.calendar_days w WHERE w.calendar_id = p_calendar;
    INSERT INTO dealdesk.calendar_days (calendar_id, day_number, day, opens_at, cutoff_at, closes_at, worked_before)
    SELECT p_calendar, w.number, w.day, w.opens_at, w.cutoff_at, w.closes_at,
           coalesce(sum((extract(epoch FROM w.closes_at - w.opens_at) * 1000)::bigint)
                        OVER (ORDER BY w.number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
    FROM (SELECT j.number, (j.value ->> 0)::date AS day, (j.value ->> 1)::timestamptz(3) AS opens_at, (j.value ->> 2)::timestamptz(3) AS cutoff_at,
                 (j.value ->> 3)::timestamptz(3) AS closes_at
          FROM jsonb_array_elements(p_arguments -> 'days') WITH ORDINALITY AS j (value, number)) w
    ORDER BY w.number;
    PERFORM dealdesk_steps.refuse_if(NOT EXISTS (SELECT 1 FROM dealdesk.calendar_days w WHERE w.calendar_id = p_calendar), 'invalid');
END $$;
