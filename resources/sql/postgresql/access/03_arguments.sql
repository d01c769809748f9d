-- Members of a command's arguments, as what they have to be. Absent and null are null; anything else of another kind is refused as invalid.

-- No form and no imported row comes near the limit; more would only be kept to slow others down.
CREATE FUNCTION dealdesk_steps.parsed(p_arguments text) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_arguments jsonb;
BEGIN
    BEGIN
        v_arguments := CASE WHEN octet_length(p_arguments) <= 4000000 THEN p_arguments::jsonb END;
    EXCEPTION WHEN data_exception OR program_limit_exceeded OR statement_too_complex THEN
        v_arguments := NULL;
    END;
    IF jsonb_typeof(v_arguments) IS DISTINCT FROM 'object' THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    RETURN v_arguments;
END $$;

CREATE FUNCTION dealdesk_steps.number_of(p_object jsonb, p_key text) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_number numeric;
BEGIN
    IF coalesce(jsonb_typeof(p_object -> p_key), 'null') = 'null' THEN
        RETURN NULL;
    END IF;
    IF jsonb_typeof(p_object -> p_key) <> 'number' THEN
        PERFORM dealdesk_steps.refuse('invalid', jsonb_build_object('field', p_key));
    END IF;
    v_number := (p_object ->> p_key)::numeric;
    IF v_number <> trunc(v_number) OR abs(v_number) > 9223372036854775807 THEN
        PERFORM dealdesk_steps.refuse('invalid', jsonb_build_object('field', p_key));
    END IF;
    RETURN v_number::bigint;
END $$;

-- true and false, or 1 and 0 as the embedded dialect has them.
CREATE FUNCTION dealdesk_steps.flag_of(p_object jsonb, p_key text, p_default boolean DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE coalesce(p_object ->> p_key, 'null')
    WHEN 'null' THEN RETURN p_default;
    WHEN 'true', '1' THEN RETURN true;
    WHEN 'false', '0' THEN RETURN false;
    ELSE PERFORM dealdesk_steps.refuse('invalid', jsonb_build_object('field', p_key));
    END CASE;
    RETURN NULL;
END $$;

CREATE FUNCTION dealdesk_steps.text_of(p_object jsonb, p_key text) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(jsonb_typeof(p_object -> p_key), 'null') NOT IN ('null', 'string') THEN
        PERFORM dealdesk_steps.refuse('invalid', jsonb_build_object('field', p_key));
    END IF;
    RETURN p_object ->> p_key;
END $$;
