-- What the commands on a deal and on a task ask before they write.

-- A refusal for the state that the deal is in, with that state: the client shows it without asking again.
CREATE FUNCTION dealdesk_steps.refuse_state(e dealdesk_steps.entry, p_code text, p_to text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_state jsonb;
BEGIN
    SELECT jsonb_build_object('version', d.version, 'status', d.status)
           || CASE WHEN p_code = 'illegal_transition' THEN jsonb_build_object('from', d.status, 'to', p_to) ELSE '{}' END
    INTO v_state
    FROM dealdesk.deals d
    WHERE d.id = e.deal_id;
    PERFORM dealdesk_steps.refuse(p_code, v_state);
END $$;

-- Whose the step from the deal's status to another is, a code of status_transitions; NULL where there is no such step.
CREATE FUNCTION dealdesk_steps.step_actor(e dealdesk_steps.entry, p_to text) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT t.actor FROM dealdesk.deals d JOIN dealdesk.status_transitions t ON t.from_status = d.status AND t.to_status = p_to
            WHERE d.id = e.deal_id);
END $$;

CREATE FUNCTION dealdesk_steps.is_owner(e dealdesk_steps.entry) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM dealdesk.deals d WHERE d.id = e.deal_id AND d.owner_id = e.actor_id);
END $$;

-- The actor's line about a task; p_for is whom they act for.
CREATE FUNCTION dealdesk_steps.act(e dealdesk_steps.entry, p_approval bigint, p_action text, p_comments text DEFAULT NULL, p_for bigint DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO dealdesk.approval_actions (approval_id, deal_id, action_type, performed_by, performed_by_name, comments, on_behalf_of_name)
    SELECT t.id, t.deal_id, p_action, e.actor_id, e.actor_name, p_comments,
           (SELECT p.display_name FROM dealdesk.people p WHERE p.id = p_for)
    FROM dealdesk.deal_approvals t
    WHERE t.id = p_approval;
END $$;
