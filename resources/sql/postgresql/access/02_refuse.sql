-- Every refusal goes through here: a stable code, what the client needs to know about it, and a line in the server's log.

CREATE FUNCTION dealdesk_steps.refuse(p_code text, p_data jsonb DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_state text := CASE
        WHEN p_code IN ('forbidden', 'separation_of_duties', 'account_inactive') THEN 'DD403'
        WHEN p_code = 'not_found' THEN 'DD404'
        WHEN p_code IN ('command_reused', 'duplicate') THEN 'DD409'
        WHEN p_code IN ('stale', 'already_decided', 'routing_changed') THEN 'DD412'
        WHEN p_code IN ('incomplete', 'invalid', 'reason_required') THEN 'DD422'
        WHEN p_code IN ('not_editable', 'illegal_transition') THEN 'DD423'
        WHEN p_code IN ('client_too_old', 'client_too_new') THEN 'DD426'
        WHEN p_code = 'maintenance' THEN 'DD503'
        WHEN p_code = 'isolation' THEN 'DD001'
    END;
BEGIN
    -- quoted, so that a login's name cannot look like another line of the log
    RAISE LOG 'Deal Desk refused % to %', p_code, to_json(session_user::text);
    RAISE EXCEPTION USING ERRCODE = coalesce(v_state, 'DD422'), MESSAGE = 'dealdesk:' || p_code || coalesce(':' || p_data::text, '');
END $$;

-- For guards that ask a question: refuses where the answer is yes.
CREATE FUNCTION dealdesk_steps.refuse_if(p_condition boolean, p_code text, p_data jsonb DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_condition THEN
        PERFORM dealdesk_steps.refuse(p_code, p_data);
    END IF;
END $$;
