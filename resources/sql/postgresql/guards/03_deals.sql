-- Deals begin as drafts, keep their identity, are never deleted, and their content changes only while it may be edited.

CREATE TRIGGER deals_no_delete BEFORE DELETE ON dealdesk.deals
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();

CREATE FUNCTION dealdesk_steps.guard_deals_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(EXISTS (SELECT 1 FROM dealdesk.deals d WHERE d.reference_number = NEW.reference_number), 'duplicate');
    IF NOT EXISTS (SELECT 1 FROM dealdesk.import_sources s WHERE s.kind IN ('deal', 'scoping_request') AND s.target_id = NEW.id) THEN
        PERFORM dealdesk_steps.refuse_if(
            NEW.status <> 'draft' OR NEW.visible_since IS NOT NULL OR NEW.submitted_by IS NOT NULL OR NEW.revision_count <> 0, 'illegal_transition',
            jsonb_build_object('from', NULL, 'to', NEW.status));
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER deals_insert BEFORE INSERT ON dealdesk.deals
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_deals_insert();

CREATE FUNCTION dealdesk_steps.guard_deals_inserted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- no number is given twice, whoever chose this one
    INSERT INTO dealdesk.reference_counters AS c (year, last_number)
    VALUES (substr(NEW.reference_number, 6, 4)::integer, substr(NEW.reference_number, 11)::integer)
    ON CONFLICT (year) DO UPDATE SET last_number = excluded.last_number WHERE c.last_number < excluded.last_number;
    -- its guard sees to it that nobody begins a deal for somebody else
    IF NOT dealdesk_steps.is_being_imported(NEW.id) THEN
        INSERT INTO dealdesk.deal_status_history (deal_id, status, previous_status, performed_by, performed_by_name)
        VALUES (NEW.id, NEW.status, NULL, NEW.owner_id, coalesce((SELECT p.display_name FROM dealdesk.people p WHERE p.id = NEW.owner_id), ''));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER deals_inserted AFTER INSERT ON dealdesk.deals
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_deals_inserted();

CREATE FUNCTION dealdesk_steps.guard_counters_never_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(NEW.year IS DISTINCT FROM OLD.year OR NEW.last_number < OLD.last_number, 'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER reference_counters_never_back BEFORE UPDATE ON dealdesk.reference_counters
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_counters_never_back();

CREATE TRIGGER reference_counters_no_delete BEFORE DELETE ON dealdesk.reference_counters
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();

CREATE FUNCTION dealdesk_steps.guard_deals_identity() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(
        NEW.id IS DISTINCT FROM OLD.id
        OR NEW.reference_number IS DISTINCT FROM OLD.reference_number
        OR NEW.created_at IS DISTINCT FROM OLD.created_at
        OR NEW.parent_submission_id IS DISTINCT FROM OLD.parent_submission_id
        OR (OLD.visible_since IS NOT NULL AND NEW.visible_since IS DISTINCT FROM OLD.visible_since)
        OR (NEW.revision_count IS DISTINCT FROM OLD.revision_count AND NOT (OLD.status = 'negotiating' AND NEW.status = 'under_review')),
        'forbidden');
    RETURN NEW;
END $$;

CREATE TRIGGER deals_identity BEFORE UPDATE ON dealdesk.deals
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_deals_identity();

CREATE FUNCTION dealdesk_steps.guard_deals_content_locked() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(NOT dealdesk_steps.is_being_imported(OLD.id), 'not_editable');
    RETURN NEW;
END $$;

CREATE TRIGGER deals_content_locked BEFORE UPDATE ON dealdesk.deals
FOR EACH ROW WHEN (
    (NOT (OLD.status IN ('draft', 'negotiating') AND OLD.can_edit) OR NEW.status IS DISTINCT FROM OLD.status)
    AND (NEW.deal_name, NEW.email, NEW.deal_type, NEW.sales_channel, NEW.deal_structure, NEW.region, NEW.advertiser_name, NEW.agency_name,
         NEW.business_summary, NEW.growth_opportunity_miq, NEW.growth_opportunity_client, NEW.client_asks, NEW.growth_ambition, NEW.term_start_date,
         NEW.term_end_date, NEW.contract_term, NEW.priority, NEW.draft_type)
        IS DISTINCT FROM
        (OLD.deal_name, OLD.email, OLD.deal_type, OLD.sales_channel, OLD.deal_structure, OLD.region, OLD.advertiser_name, OLD.agency_name,
         OLD.business_summary, OLD.growth_opportunity_miq, OLD.growth_opportunity_client, OLD.client_asks, OLD.growth_ambition, OLD.term_start_date,
         OLD.term_end_date, OLD.contract_term, OLD.priority, OLD.draft_type))
EXECUTE FUNCTION dealdesk_steps.guard_deals_content_locked();

CREATE FUNCTION dealdesk_steps.guard_deals_top_revenue() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(
        NEW.top_revenue IS DISTINCT FROM (SELECT max(t.annual_revenue) FROM dealdesk.deal_tiers t WHERE t.deal_id = NEW.id), 'invalid');
    RETURN NULL;
END $$;

CREATE TRIGGER deals_top_revenue AFTER UPDATE ON dealdesk.deals
FOR EACH ROW WHEN (NEW.top_revenue IS DISTINCT FROM OLD.top_revenue) EXECUTE FUNCTION dealdesk_steps.guard_deals_top_revenue();
