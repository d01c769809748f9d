-- Tiers and incentives change only while the deal's content may, and keep their place.

CREATE FUNCTION dealdesk_steps.require_editable(p_deal bigint, p_or_being_imported boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(
        NOT EXISTS (SELECT 1 FROM dealdesk.deal_states s
                    WHERE s.deal_id = p_deal AND (s.is_editable OR (p_or_being_imported AND s.is_being_imported))),
        'not_editable');
END $$;

CREATE FUNCTION dealdesk_steps.guard_tiers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM dealdesk_steps.require_editable(NEW.deal_id, true);
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        PERFORM dealdesk_steps.refuse_if(NEW.id IS DISTINCT FROM OLD.id OR NEW.deal_id IS DISTINCT FROM OLD.deal_id, 'forbidden');
    END IF;
    PERFORM dealdesk_steps.require_editable(OLD.deal_id, false);
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER deal_tiers_editable BEFORE INSERT OR UPDATE OR DELETE ON dealdesk.deal_tiers
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_tiers();

CREATE FUNCTION dealdesk_steps.guard_incentives() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM dealdesk_steps.require_editable((SELECT t.deal_id FROM dealdesk.deal_tiers t WHERE t.id = NEW.tier_id), true);
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        PERFORM dealdesk_steps.refuse_if(NEW.id IS DISTINCT FROM OLD.id OR NEW.tier_id IS DISTINCT FROM OLD.tier_id, 'forbidden');
    END IF;
    PERFORM dealdesk_steps.require_editable((SELECT t.deal_id FROM dealdesk.deal_tiers t WHERE t.id = OLD.tier_id), false);
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER tier_incentives_editable BEFORE INSERT OR UPDATE OR DELETE ON dealdesk.tier_incentives
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_incentives();

-- Once per statement, because a deal's tiers are written together.
CREATE FUNCTION dealdesk_steps.keep_top_revenue() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE dealdesk.deals d
    SET top_revenue = m.top_revenue
    FROM (SELECT c.deal_id, (SELECT max(t.annual_revenue) FROM dealdesk.deal_tiers t WHERE t.deal_id = c.deal_id) AS top_revenue
          FROM (SELECT DISTINCT x.deal_id FROM changed x) c) m
    WHERE d.id = m.deal_id AND d.top_revenue IS DISTINCT FROM m.top_revenue;
    RETURN NULL;
END $$;

CREATE TRIGGER deal_tiers_top_revenue_insert AFTER INSERT ON dealdesk.deal_tiers REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.keep_top_revenue();
CREATE TRIGGER deal_tiers_top_revenue_update AFTER UPDATE ON dealdesk.deal_tiers REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.keep_top_revenue();
CREATE TRIGGER deal_tiers_top_revenue_delete AFTER DELETE ON dealdesk.deal_tiers REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.keep_top_revenue();
