-- Shared steps of cmd_import. A person or client of that name that is already here is taken as the one meant, and left as it is.

CREATE FUNCTION dealdesk_steps.user_named(p_username text) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT u.id FROM dealdesk.users u WHERE lower(u.username) = lower(p_username)
$$;

-- Somebody who comes in has no login: one is made or adopted when an administrator saves them.
CREATE FUNCTION dealdesk_steps.import_user(p_row jsonb) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    person dealdesk.users := dealdesk_steps.person_of(p_row);
    found_id bigint;
BEGIN
    SELECT u.id INTO found_id
    FROM dealdesk.users u
    WHERE lower(u.username) = lower(person.username) OR lower(u.email) = lower(person.email)
    ORDER BY lower(u.username) = lower(person.username) DESC
    LIMIT 1;
    IF found_id IS NULL THEN
        INSERT INTO dealdesk.users (username, email, first_name, last_name, role, department, approval_level, is_active, created_at)
        VALUES (person.username, person.email, person.first_name, person.last_name, person.role, person.department, person.approval_level,
                person.is_active, coalesce((p_row ->> 'created_at')::timestamptz, clock_timestamp()))
        RETURNING id INTO found_id;
    END IF;
    RETURN found_id;
END $$;

CREATE FUNCTION dealdesk_steps.import_advertiser(p_row jsonb) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_id bigint;
BEGIN
    SELECT c.id INTO found_id FROM dealdesk.advertisers c WHERE lower(c.name) = lower(btrim(p_row ->> 'name'));
    IF found_id IS NULL THEN
        INSERT INTO dealdesk.advertisers (name, region, previous_year_revenue, previous_year_margin, previous_year_profit,
                                          previous_year_incentive_cost, previous_year_client_value, created_at, updated_at)
        VALUES (btrim(p_row ->> 'name'), p_row ->> 'region', dealdesk_steps.number_of(p_row, 'previous_year_revenue'),
                dealdesk_steps.number_of(p_row, 'previous_year_margin'), dealdesk_steps.number_of(p_row, 'previous_year_profit'),
                dealdesk_steps.number_of(p_row, 'previous_year_incentive_cost'), dealdesk_steps.number_of(p_row, 'previous_year_client_value'),
                coalesce((p_row ->> 'created_at')::timestamptz, clock_timestamp()),
                coalesce((p_row ->> 'updated_at')::timestamptz, clock_timestamp()))
        RETURNING id INTO found_id;
    END IF;
    RETURN found_id;
END $$;

CREATE FUNCTION dealdesk_steps.import_agency(p_row jsonb) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_id bigint;
BEGIN
    SELECT c.id INTO found_id FROM dealdesk.agencies c WHERE lower(c.name) = lower(btrim(p_row ->> 'name'));
    IF found_id IS NULL THEN
        INSERT INTO dealdesk.agencies (name, type, region, previous_year_revenue, previous_year_margin, previous_year_profit,
                                       previous_year_incentive_cost, previous_year_client_value, created_at, updated_at)
        VALUES (btrim(p_row ->> 'name'), coalesce(p_row ->> 'type', 'independent'), p_row ->> 'region',
                dealdesk_steps.number_of(p_row, 'previous_year_revenue'), dealdesk_steps.number_of(p_row, 'previous_year_margin'),
                dealdesk_steps.number_of(p_row, 'previous_year_profit'), dealdesk_steps.number_of(p_row, 'previous_year_incentive_cost'),
                dealdesk_steps.number_of(p_row, 'previous_year_client_value'),
                coalesce((p_row ->> 'created_at')::timestamptz, clock_timestamp()),
                coalesce((p_row ->> 'updated_at')::timestamptz, clock_timestamp()))
        RETURNING id INTO found_id;
    END IF;
    RETURN found_id;
END $$;

-- A list that a row brings along; anything else is none.
CREATE FUNCTION dealdesk_steps.array_of(p_value jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE jsonb_typeof(p_value) WHEN 'array' THEN p_value ELSE '[]' END
$$;
