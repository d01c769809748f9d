-- Shared steps of everything that writes a deal's content.

-- A draft lives 30 days from now; in hours, so that nobody's time zone has a say.
CREATE FUNCTION dealdesk_steps.draft_end() RETURNS timestamptz
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN clock_timestamp() + interval '720 hours';
END $$;

-- A new draft; its number is the next of the year. The counter's row stays locked until the end: nobody else is given the number, and none is left out.
CREATE FUNCTION dealdesk_steps.create_deal(p_owner bigint, p_draft_type text, p_parent bigint DEFAULT NULL, p_revision_reason text DEFAULT NULL)
RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_year integer := extract(year FROM clock_timestamp() AT TIME ZONE 'UTC');
    v_number text;
    v_deal bigint;
BEGIN
    INSERT INTO dealdesk.reference_counters AS c (year, last_number) VALUES (v_year, 1)
    ON CONFLICT (year) DO UPDATE SET last_number = c.last_number + 1
    RETURNING c.last_number::text INTO v_number;
    INSERT INTO dealdesk.deals (reference_number, owner_id, draft_type, parent_submission_id, is_revision, revision_reason, draft_expires_at)
    VALUES (format('DEAL-%s-%s', v_year, lpad(v_number, greatest(3, length(v_number)), '0')),
            p_owner, p_draft_type, p_parent, p_revision_reason IS NOT NULL, p_revision_reason, dealdesk_steps.draft_end())
    RETURNING id INTO v_deal;
    RETURN v_deal;
END $$;

-- Whole months between first and last day, both inclusive, as domain/term.h counts them.
CREATE FUNCTION dealdesk_steps.whole_months(p_first date, p_last date) RETURNS integer
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_first_day integer := extract(day FROM p_first);
    v_last_day integer := extract(day FROM p_last);
    v_end_of_month integer := extract(day FROM date_trunc('month', p_last::timestamp) + interval '1 month - 1 day');
BEGIN
    RETURN CASE WHEN p_last > p_first
                THEN 12 * (extract(year FROM p_last) - extract(year FROM p_first)) + extract(month FROM p_last) - extract(month FROM p_first)
                     + CASE WHEN v_first_day = 1 AND v_last_day = v_end_of_month THEN 1
                            WHEN v_last_day < least(v_first_day - 1, v_end_of_month) THEN -1
                            ELSE 0
                       END
           END;
END $$;

-- Only what a form can hold: each thing of its kind, no other control characters than a text's own, dates as ISO writes them.
CREATE FUNCTION dealdesk_steps.check_draft(p_draft jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF jsonb_typeof(p_draft) IS DISTINCT FROM 'object'
       OR EXISTS (SELECT 1 FROM jsonb_each(p_draft) m
                  WHERE jsonb_typeof(m.value) NOT IN ('null', CASE WHEN m.key = 'tiers' THEN 'array'
                                                                   WHEN m.key IN ('growth_ambition', 'contract_term') THEN 'number'
                                                                   ELSE 'string' END))
       OR p_draft ->> 'term_start_date' !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
       OR p_draft ->> 'term_end_date' !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
       OR EXISTS (SELECT 1 FROM jsonb_path_query(p_draft, 'strict $.**') t (value)
                  WHERE jsonb_typeof(t.value) = 'string' AND t.value #>> '{}' ~ E'[\u0001-\u0007\u000E-\u001F]') THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
END $$;

-- Replaces a deal's tiers with those of a JSON array; most saves leave them as they are.
CREATE FUNCTION dealdesk_steps.write_tiers(p_deal bigint, p_tiers jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_tiers = (SELECT t.tiers FROM dealdesk.deal_tier_json t WHERE t.deal_id = p_deal) THEN
        RETURN;
    END IF;
    DELETE FROM dealdesk.tier_incentives i USING dealdesk.deal_tiers t WHERE t.id = i.tier_id AND t.deal_id = p_deal;
    DELETE FROM dealdesk.deal_tiers t WHERE t.deal_id = p_deal;
    INSERT INTO dealdesk.deal_tiers (deal_id, tier_number, annual_revenue, annual_gross_margin)
    SELECT p_deal, t.tier_number, t.annual_revenue, t.annual_gross_margin
    FROM jsonb_to_recordset(p_tiers) AS t (tier_number integer, annual_revenue bigint, annual_gross_margin bigint);
    INSERT INTO dealdesk.tier_incentives (tier_id, position, category_name, sub_category_name, incentive_option, incentive_value, incentive_notes)
    SELECT s.id, i.number - 1, coalesce(i.value ->> 'category_name', ''), coalesce(i.value ->> 'sub_category_name', ''),
           coalesce(i.value ->> 'incentive_option', ''), (i.value ->> 'incentive_value')::bigint, coalesce(i.value ->> 'incentive_notes', '')
    FROM jsonb_to_recordset(p_tiers) AS t (tier_number integer, incentives jsonb)
    JOIN dealdesk.deal_tiers s ON s.deal_id = p_deal AND s.tier_number = t.tier_number
    CROSS JOIN LATERAL jsonb_array_elements(nullif(t.incentives, 'null')) WITH ORDINALITY AS i (value, number);
END $$;

-- Replaces everything that the owner writes, and remembers who wrote it.
CREATE FUNCTION dealdesk_steps.write_content(p_deal bigint, p_editor bigint, p_draft jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.check_draft(p_draft);
    UPDATE dealdesk.deals
    SET deal_name = btrim(coalesce(n.deal_name, '')),
        email = btrim(coalesce(n.email, '')),
        deal_type = coalesce(n.deal_type, 'grow'),
        sales_channel = coalesce(n.sales_channel, 'client_direct'),
        deal_structure = coalesce(n.deal_structure, 'tiered'),
        region = n.region,
        priority = coalesce(n.priority, 'medium'),
        advertiser_name = nullif(btrim(n.advertiser_name), ''),
        agency_name = nullif(btrim(n.agency_name), ''),
        business_summary = coalesce(n.business_summary, ''),
        growth_opportunity_miq = coalesce(n.growth_opportunity_miq, ''),
        growth_opportunity_client = coalesce(n.growth_opportunity_client, ''),
        client_asks = coalesce(n.client_asks, ''),
        growth_ambition = n.growth_ambition,
        term_start_date = n.term_start_date,
        term_end_date = n.term_end_date,
        contract_term = dealdesk_steps.whole_months(n.term_start_date, n.term_end_date),
        updated_at = clock_timestamp()
    FROM jsonb_to_record(p_draft) AS n (deal_name text, email text, deal_type text, sales_channel text, deal_structure text, region text, priority text,
                                        advertiser_name text, agency_name text, business_summary text, growth_opportunity_miq text,
                                        growth_opportunity_client text, client_asks text, growth_ambition bigint, term_start_date date,
                                        term_end_date date)
    WHERE id = p_deal;
    PERFORM dealdesk_steps.write_tiers(p_deal, coalesce(nullif(p_draft -> 'tiers', 'null'), '[]'));
    INSERT INTO dealdesk.deal_editors (deal_id, user_id)
    SELECT p_deal, p_editor
    WHERE NOT EXISTS (SELECT 1 FROM dealdesk.deal_editors w WHERE w.deal_id = p_deal AND w.user_id = p_editor);
END $$;
