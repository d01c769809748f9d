-- The deal itself. import_sources holds its id before it is there: that opens the guards for this deal until the import is in the command log
-- with it, at its end. Nobody else sees either before both are there.

-- Everybody whom the row names is here.
CREATE FUNCTION dealdesk_steps.require_known_people(p_content jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1
               FROM jsonb_path_query(p_content, '$.** ? (@.type() == "object").keyvalue() ? (@.key == "owner" || @.key == "submitted_by"
                                                  || @.key == "assigned_to" || @.key == "completed_by" || @.key == "performed_by"
                                                  || @.key == "author").value ? (@.type() == "string")') t (name)
               WHERE dealdesk_steps.user_named(t.name #>> '{}') IS NULL) THEN
        PERFORM dealdesk_steps.refuse('not_found');
    END IF;
END $$;

-- The reference that it had, or the next one of its year where it had none or that is taken. The year's counter stays locked meanwhile.
CREATE FUNCTION dealdesk_steps.import_reference(p_reference text, p_created timestamptz) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_year integer := coalesce(substring(p_reference FROM '^DEAL-([0-9]{4})-[0-9]{3,6}$'), to_char(p_created AT TIME ZONE 'UTC', 'YYYY'))::integer;
    v_next integer;
BEGIN
    INSERT INTO dealdesk.reference_counters AS c (year, last_number) VALUES (v_year, 0)
    ON CONFLICT (year) DO UPDATE SET last_number = c.last_number
    RETURNING c.last_number + 1 INTO v_next;
    IF length(p_reference) <= 16 AND NOT EXISTS (SELECT 1 FROM dealdesk.deals d WHERE d.reference_number = p_reference) THEN
        RETURN p_reference;
    END IF;
    IF v_year <> extract(year FROM p_created AT TIME ZONE 'UTC') THEN
        RETURN dealdesk_steps.import_reference(NULL, p_created);
    END IF;
    RETURN format('DEAL-%s-%s', v_year, lpad(v_next::text, greatest(3, length(v_next::text)), '0'));
END $$;

CREATE FUNCTION dealdesk_steps.import_deal_head(p_deal bigint, p_source text, p_row jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_status text := p_row ->> 'status';
    v_created timestamptz := coalesce((p_row ->> 'created_at')::timestamptz, clock_timestamp());
    v_owner bigint := dealdesk_steps.user_named(p_row ->> 'owner');
BEGIN
    INSERT INTO dealdesk.deals (id, reference_number, deal_name, owner_id, status, draft_type, revision_count, is_revision, parent_submission_id,
                                revision_reason, last_revised_at, can_edit, visible_since, draft_expires_at, submitted_by, flow_intelligence,
                                created_at)
    OVERRIDING SYSTEM VALUE
    VALUES (p_deal,
            dealdesk_steps.import_reference(p_row ->> 'reference_number', v_created),
            btrim(coalesce(p_row ->> 'deal_name', '')),
            v_owner,
            v_status,
            coalesce(p_row ->> 'draft_type', CASE WHEN v_status IN ('scoping', 'converted') THEN 'scoping_draft' ELSE 'submission_draft' END),
            coalesce(dealdesk_steps.number_of(p_row, 'revision_count'), 0),
            dealdesk_steps.flag_of(p_row, 'is_revision', false),
            (SELECT s.target_id FROM dealdesk.import_sources s
             WHERE s.source = p_source AND s.kind = 'deal' AND s.source_key = p_row ->> 'parent_key'),
            p_row ->> 'revision_reason',
            (p_row ->> 'last_revised_at')::timestamptz,
            v_status IN ('draft', 'negotiating') AND dealdesk_steps.flag_of(p_row, 'can_edit', true),
            coalesce((p_row ->> 'visible_since')::timestamptz, CASE WHEN v_status <> 'draft' THEN v_created END),
            coalesce((p_row ->> 'draft_expires_at')::timestamptz, CASE WHEN v_status = 'draft' THEN dealdesk_steps.draft_end() END),
            dealdesk_steps.user_named(p_row ->> 'submitted_by'),
            p_row ->> 'flow_intelligence',
            v_created);
    -- of the row, what a draft holds; its tiers come beside it
    PERFORM dealdesk_steps.write_content(p_deal, v_owner, (
        SELECT coalesce(jsonb_object_agg(m.key, m.value), '{}')
        FROM jsonb_each(p_row) m
        WHERE m.key IN ('deal_name', 'email', 'deal_type', 'sales_channel', 'deal_structure', 'region', 'priority', 'advertiser_name', 'agency_name',
                        'business_summary', 'growth_opportunity_miq', 'growth_opportunity_client', 'client_asks', 'growth_ambition',
                        'term_start_date', 'term_end_date')));
    UPDATE dealdesk.deals
    SET updated_at = coalesce((p_row ->> 'updated_at')::timestamptz, v_created),
        last_status_change = coalesce((p_row ->> 'last_status_change')::timestamptz, (p_row ->> 'updated_at')::timestamptz, v_created),
        previous_year_revenue = dealdesk_steps.number_of(p_row, 'previous_year_revenue'),
        previous_year_margin = dealdesk_steps.number_of(p_row, 'previous_year_margin'),
        routing_amount = dealdesk_steps.number_of(p_row, 'routing_amount'),
        routing_level = p_row ->> 'routing_level'
    WHERE id = p_deal;
END $$;

CREATE FUNCTION dealdesk_steps.import_deal(e dealdesk_steps.entry, p_deal bigint, p_source text, p_content jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_task jsonb;
BEGIN
    PERFORM dealdesk_steps.require_known_people(p_content);
    PERFORM dealdesk_steps.import_deal_head(p_deal, p_source, p_content -> 'deal');
    PERFORM dealdesk_steps.write_tiers(p_deal, dealdesk_steps.array_of(p_content -> 'tiers'));
    PERFORM dealdesk_steps.import_revision(p_deal, p_content -> 'revision');
    FOR v_task IN SELECT t.value FROM jsonb_array_elements(dealdesk_steps.array_of(p_content -> 'approvals')) WITH ORDINALITY t (value, number)
                  WHERE jsonb_typeof(t.value) = 'object' ORDER BY t.number LOOP
        PERFORM dealdesk_steps.import_approval(p_deal, v_task);
    END LOOP;
    PERFORM dealdesk_steps.import_story(p_deal, p_content);
    -- what was under way goes on: a department that was never asked is asked, and what is complete moves on
    IF p_content #>> '{deal,status}' IN ('submitted', 'under_review') THEN
        PERFORM dealdesk_steps.open_stage(e, p_deal, 1);
        PERFORM dealdesk_steps.progress(e, p_deal);
    END IF;
END $$;
