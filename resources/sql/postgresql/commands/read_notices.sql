-- Marks one's notices up to an instant as read. What is read stays read.
CREATE FUNCTION dealdesk.cmd_read_notices(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_up_to timestamptz(3);
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'read_notices', NULL, NULL, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    IF coalesce(dealdesk_steps.text_of(e.arguments, 'up_to') !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z$', true) THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    v_up_to := (e.arguments ->> 'up_to')::timestamptz;
    IF v_up_to > clock_timestamp() THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    INSERT INTO dealdesk.notice_marks AS m (user_id, read_up_to)
    VALUES (e.actor_id, v_up_to)
    ON CONFLICT (user_id) DO UPDATE SET read_up_to = excluded.read_up_to WHERE m.read_up_to < excluded.read_up_to;
    RETURN dealdesk_steps.finish(e, (SELECT jsonb_build_object('read_up_to', m.read_up_to) FROM dealdesk.notice_marks m WHERE m.user_id = e.actor_id));
END $$;
