-- Anybody who sees the deal may say something about it.
CREATE FUNCTION dealdesk.cmd_comment(p_command uuid, p_client integer, p_deal bigint, p_version bigint, p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
    v_approval bigint;
    v_body text;
    v_comment bigint;
BEGIN
    e := dealdesk_steps.enter(p_command, p_client, 'comment', p_deal, p_version, p_arguments);
    IF e.replay IS NOT NULL THEN
        RETURN e.replay;
    END IF;
    v_body := dealdesk_steps.text_of(e.arguments, 'body');
    v_approval := dealdesk_steps.number_of(e.arguments, 'approval_id');
    IF p_deal IS NULL
       OR (v_approval IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals t WHERE t.id = v_approval AND t.deal_id = p_deal)) THEN
        PERFORM dealdesk_steps.refuse('not_found');
    END IF;
    IF length(btrim(coalesce(v_body, ''))) NOT BETWEEN 1 AND 20000 THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    INSERT INTO dealdesk.deal_comments (deal_id, approval_id, author_id, author_name, body)
    VALUES (p_deal, v_approval, e.actor_id, e.actor_name, v_body)
    RETURNING id INTO v_comment;
    RETURN dealdesk_steps.leave(e, p_deal, NULL, jsonb_build_object('comment_id', v_comment));
END $$;
