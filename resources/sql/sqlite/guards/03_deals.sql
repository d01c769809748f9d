-- Deals begin as drafts, keep their identity, are never deleted, and their content changes only while it may be edited.

CREATE TRIGGER deals_no_delete BEFORE DELETE ON deals
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

-- Also against INSERT OR REPLACE, which deletes without firing a trigger.
CREATE TRIGGER deals_insert BEFORE INSERT ON deals
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate')
    WHERE EXISTS (SELECT 1 FROM deals d WHERE d.id = NEW.id) OR EXISTS (SELECT 1 FROM deals d WHERE d.reference_number = NEW.reference_number);
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    WHERE (NEW.status <> 'draft' OR NEW.visible_since IS NOT NULL OR NEW.submitted_by IS NOT NULL OR NEW.revision_count <> 0)
      AND NOT EXISTS (SELECT 1 FROM import_sources s WHERE s.kind IN ('deal', 'scoping_request') AND s.target_id = NEW.id);
END;

CREATE TRIGGER deals_inserted AFTER INSERT ON deals
BEGIN
    -- no number is given twice, whoever chose this one
    INSERT INTO reference_counters (year, last_number)
    SELECT CAST(substr(NEW.reference_number, 6, 4) AS INTEGER), 0
    WHERE NOT EXISTS (SELECT 1 FROM reference_counters c WHERE c.year = CAST(substr(NEW.reference_number, 6, 4) AS INTEGER));
    UPDATE reference_counters
    SET last_number = CAST(substr(NEW.reference_number, 11) AS INTEGER)
    WHERE year = CAST(substr(NEW.reference_number, 6, 4) AS INTEGER) AND last_number < CAST(substr(NEW.reference_number, 11) AS INTEGER);
    INSERT INTO deal_status_history (deal_id, status, previous_status, performed_by, performed_by_name)
    SELECT NEW.id, NEW.status, NULL, NEW.owner_id, coalesce((SELECT p.display_name FROM people p WHERE p.id = NEW.owner_id), '')
    WHERE NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = NEW.id AND s.is_being_imported);
END;

CREATE TRIGGER reference_counters_never_back BEFORE UPDATE ON reference_counters
WHEN NEW.year IS NOT OLD.year OR NEW.last_number < OLD.last_number
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER reference_counters_no_delete BEFORE DELETE ON reference_counters
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER deals_identity BEFORE UPDATE ON deals
WHEN NEW.id IS NOT OLD.id
  OR NEW.reference_number IS NOT OLD.reference_number
  OR NEW.created_at IS NOT OLD.created_at
  OR NEW.parent_submission_id IS NOT OLD.parent_submission_id
  OR (OLD.visible_since IS NOT NULL AND NEW.visible_since IS NOT OLD.visible_since)
  OR (NEW.revision_count IS NOT OLD.revision_count AND NOT (OLD.status = 'negotiating' AND NEW.status = 'under_review'))
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER deals_content_locked BEFORE UPDATE ON deals
WHEN (NOT (OLD.status IN ('draft', 'negotiating') AND OLD.can_edit) OR NEW.status IS NOT OLD.status)
 AND (NEW.deal_name COLLATE BINARY, NEW.email, NEW.deal_type, NEW.sales_channel, NEW.deal_structure, NEW.region, NEW.advertiser_name,
      NEW.agency_name, NEW.business_summary, NEW.growth_opportunity_miq, NEW.growth_opportunity_client, NEW.client_asks, NEW.growth_ambition,
      NEW.term_start_date, NEW.term_end_date, NEW.contract_term, NEW.priority, NEW.draft_type)
     IS NOT
     (OLD.deal_name COLLATE BINARY, OLD.email, OLD.deal_type, OLD.sales_channel, OLD.deal_structure, OLD.region, OLD.advertiser_name,
      OLD.agency_name, OLD.business_summary, OLD.growth_opportunity_miq, OLD.growth_opportunity_client, OLD.client_asks, OLD.growth_ambition,
      OLD.term_start_date, OLD.term_end_date, OLD.contract_term, OLD.priority, OLD.draft_type)
 AND NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = OLD.id AND s.is_being_imported)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:not_editable');
END;

CREATE TRIGGER deals_top_revenue AFTER UPDATE OF top_revenue ON deals
WHEN NEW.top_revenue IS NOT (SELECT max(t.annual_revenue) FROM deal_tiers t WHERE t.deal_id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:invalid');
END;
