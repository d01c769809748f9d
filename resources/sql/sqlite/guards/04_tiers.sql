-- Tiers and incentives change only while the deal's content may, and keep their place.

CREATE TRIGGER deal_tiers_insert BEFORE INSERT ON deal_tiers
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate') WHERE EXISTS (SELECT 1 FROM deal_tiers x WHERE x.id = NEW.id);
    SELECT RAISE(ABORT, 'dealdesk:not_editable')
    WHERE NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = NEW.deal_id AND (s.is_editable OR s.is_being_imported));
END;

CREATE TRIGGER deal_tiers_delete BEFORE DELETE ON deal_tiers
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:not_editable')
    WHERE NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = OLD.deal_id AND s.is_editable);
END;

CREATE TRIGGER deal_tiers_update BEFORE UPDATE ON deal_tiers
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden') WHERE NEW.id IS NOT OLD.id OR NEW.deal_id IS NOT OLD.deal_id;
    SELECT RAISE(ABORT, 'dealdesk:not_editable')
    WHERE NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = OLD.deal_id AND s.is_editable);
END;

CREATE TRIGGER tier_incentives_insert BEFORE INSERT ON tier_incentives
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate') WHERE EXISTS (SELECT 1 FROM tier_incentives x WHERE x.id = NEW.id);
    SELECT RAISE(ABORT, 'dealdesk:not_editable')
    WHERE NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = (SELECT t.deal_id FROM deal_tiers t WHERE t.id = NEW.tier_id) AND (s.is_editable OR s.is_being_imported));
END;

CREATE TRIGGER tier_incentives_delete BEFORE DELETE ON tier_incentives
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:not_editable')
    WHERE NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = (SELECT t.deal_id FROM deal_tiers t WHERE t.id = OLD.tier_id) AND s.is_editable);
END;

CREATE TRIGGER tier_incentives_update BEFORE UPDATE ON tier_incentives
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden') WHERE NEW.id IS NOT OLD.id OR NEW.tier_id IS NOT OLD.tier_id;
    SELECT RAISE(ABORT, 'dealdesk:not_editable')
    WHERE NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = (SELECT t.deal_id FROM deal_tiers t WHERE t.id = OLD.tier_id) AND s.is_editable);
END;

CREATE TRIGGER deal_tiers_top_revenue_insert AFTER INSERT ON deal_tiers
BEGIN
    UPDATE deals SET top_revenue = (SELECT max(t.annual_revenue) FROM deal_tiers t WHERE t.deal_id = NEW.deal_id) WHERE id = NEW.deal_id;
END;

CREATE TRIGGER deal_tiers_top_revenue_update AFTER UPDATE ON deal_tiers
BEGIN
    UPDATE deals SET top_revenue = (SELECT max(t.annual_revenue) FROM deal_tiers t WHERE t.deal_id = NEW.deal_id) WHERE id = NEW.deal_id;
END;

CREATE TRIGGER deal_tiers_top_revenue_delete AFTER DELETE ON deal_tiers
BEGIN
    UPDATE deals SET top_revenue = (SELECT max(t.annual_revenue) FROM deal_tiers t WHERE t.deal_id = OLD.deal_id) WHERE id = OLD.deal_id;
END;
