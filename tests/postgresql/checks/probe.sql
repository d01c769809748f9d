-- Asks what happens when somebody runs something, and undoes it. Everything stands on pgTAP; nothing of this is in a real database.

CREATE SCHEMA tap;
CREATE EXTENSION pgtap SCHEMA tap;
CREATE EXTENSION plpgsql_check SCHEMA tap;
CREATE SCHEMA probe;
GRANT USAGE ON SCHEMA tap, probe TO PUBLIC;

-- What comes of `p_sql` run by a login (as a role that it is a member of, if named): the SQLSTATE and the code of the refusal, or 'worked'.
-- `p_given` is done before, by a superuser. `p_is_whole`: the whole message instead, with what it tells the client.
CREATE FUNCTION probe.outcome(p_login text, p_role text, p_given text, p_sql text, p_is_whole boolean DEFAULT false)
    RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_outcome text;
BEGIN
    BEGIN
        IF p_given IS NOT NULL THEN
            EXECUTE p_given;
        END IF;
    EXCEPTION WHEN OTHERS THEN
        RAISE EXCEPTION 'the case could not be made: %: %', p_given, SQLERRM;
    END;
    BEGIN
        PERFORM set_config('session_authorization', p_login, true);
        IF p_role IS NOT NULL THEN
            PERFORM set_config('role', p_role, true);
        END IF;
        EXECUTE p_sql;
        SET CONSTRAINTS ALL IMMEDIATE;
        RAISE EXCEPTION USING ERRCODE = 'PROBE', MESSAGE = 'worked';
    EXCEPTION
        WHEN SQLSTATE 'PROBE' THEN v_outcome := SQLERRM;
        WHEN OTHERS THEN v_outcome := CASE WHEN p_is_whole THEN SQLERRM ELSE SQLSTATE || coalesce(' ' || substring(SQLERRM FROM '^dealdesk:([a-z_]+)'), '') END;
    END;
    -- back to before the case was made
    RAISE EXCEPTION USING ERRCODE = 'PROBE', MESSAGE = v_outcome;
EXCEPTION
    WHEN SQLSTATE 'PROBE' THEN RETURN SQLERRM;
END $$;

CREATE FUNCTION probe.expect(p_outcome text, p_login text, p_sql text, given text DEFAULT NULL, role text DEFAULT NULL, because text DEFAULT NULL)
RETURNS SETOF text LANGUAGE sql AS $$
    SELECT tap.is(probe.outcome(p_login, role, given, p_sql), p_outcome, coalesce(because || ': ', '') || p_login || ' ' || left(regexp_replace(p_sql, '\s+', ' ', 'g'), 150))
$$;

-- The value that somebody reads, as text.
CREATE FUNCTION probe.value(p_login text, p_sql text, p_given text DEFAULT NULL) RETURNS text LANGUAGE plpgsql SET search_path = dealdesk, pg_catalog, pg_temp AS $$
DECLARE
    v_value text;
BEGIN
    BEGIN
        IF p_given IS NOT NULL THEN
            EXECUTE p_given;
        END IF;
        PERFORM set_config('session_authorization', p_login, true);
        EXECUTE p_sql INTO v_value;
        RAISE EXCEPTION USING ERRCODE = 'PROBE', MESSAGE = coalesce(v_value, 'nothing');
    EXCEPTION
        WHEN SQLSTATE 'PROBE' THEN RETURN SQLERRM;
        WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM;
    END;
END $$;

CREATE FUNCTION probe.reads(p_value text, p_login text, p_sql text, given text DEFAULT NULL, because text DEFAULT NULL) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT tap.is(probe.value(p_login, p_sql, given), p_value, coalesce(because || ': ', '') || p_login || ' ' || left(regexp_replace(p_sql, '\s+', ' ', 'g'), 150))
$$;

-- A command as somebody gives it; `p_client` and `p_version` as their client would.
CREATE FUNCTION probe.command(p_verb text, p_deal bigint, p_arguments jsonb, p_version bigint DEFAULT NULL, p_client integer DEFAULT 1,
    p_command uuid DEFAULT gen_random_uuid())
RETURNS text LANGUAGE sql AS $$
    SELECT format('SELECT dealdesk.cmd_%s(%L, %L, %L, %L, %L)', p_verb, p_command, p_client, p_deal,
                  coalesce(p_version, (SELECT d.version FROM dealdesk.deals d WHERE d.id = p_deal)), p_arguments::text)
$$;

CREATE FUNCTION probe.id_of(p_username text) RETURNS bigint LANGUAGE sql AS $$
    SELECT u.id FROM dealdesk.users u WHERE u.username = p_username
$$;
CREATE FUNCTION probe.deal(p_name text) RETURNS bigint LANGUAGE sql AS $$
    SELECT d.id FROM dealdesk.deals d WHERE d.deal_name = p_name
$$;
CREATE FUNCTION probe.task(p_deal text, p_department text, p_stage integer DEFAULT 1) RETURNS bigint LANGUAGE sql AS $$
    SELECT a.id FROM dealdesk.deal_approvals a
    WHERE a.deal_id = probe.deal(p_deal) AND a.approval_stage = p_stage AND (p_stage = 2 OR a.department = p_department)
    ORDER BY a.id DESC LIMIT 1
$$;

-- A complete draft, and the plan that fits it: finance and trading, and the managers.
CREATE FUNCTION probe.draft(p_name text, p_change jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('deal_name', p_name, 'email', 'deals@example.com', 'deal_type', 'grow', 'sales_channel', 'client_direct',
                              'deal_structure', 'tiered', 'region', 'west', 'priority', 'high', 'advertiser_name', 'Northwind Outdoor',
                              'growth_ambition', 200000000, 'term_start_date', '2026-01-01', 'term_end_date', '2026-12-31',
                              'tiers', jsonb_build_array(jsonb_build_object('tier_number', 1, 'annual_revenue', 4000000, 'annual_gross_margin', 300000,
                                                                            'incentives', jsonb_build_array()))) || p_change
$$;
CREATE FUNCTION probe.plan(p_change jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('policy_version', (SELECT p.version FROM dealdesk.policy p), 'amount', 4000000, 'level', 'manager',
                              'departments', '[{"department":"finance","reasons":[]},{"department":"trading","reasons":[]}]'::jsonb) || p_change
$$;

-- Carries a command out for good, for the cases to stand on.
CREATE FUNCTION probe.carry_out(p_login text, p_verb text, p_deal bigint, p_arguments jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_statement text := probe.command(p_verb, p_deal, p_arguments);
BEGIN
    PERFORM set_config('session_authorization', p_login, true);
    EXECUTE v_statement;
    PERFORM set_config('session_authorization', 'postgres', true);
END $$;

-- As carry_out, with the statement as it is.
CREATE FUNCTION probe.carry_out_as(p_login text, p_statement text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('session_authorization', p_login, true);
    EXECUTE p_statement;
    PERFORM set_config('session_authorization', 'postgres', true);
END $$;
