-- Keeps what a search looks through.

CREATE FUNCTION dealdesk_steps.make_deal_searchable() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM dealdesk.deal_search_starts s WHERE s.deal_id = NEW.id;
    END IF;
    INSERT INTO dealdesk.deal_search_texts (deal_id, text)
    SELECT s.deal_id, s.text FROM dealdesk.deal_search_source s WHERE s.deal_id = NEW.id
    ON CONFLICT (deal_id) DO UPDATE SET text = excluded.text;
    INSERT INTO dealdesk.deal_search_starts (start, deal_id)
    SELECT DISTINCT w.start, w.deal_id FROM dealdesk.deal_search_words w WHERE w.deal_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER deals_searchable_insert AFTER INSERT ON dealdesk.deals
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.make_deal_searchable();

CREATE TRIGGER deals_searchable_update AFTER UPDATE ON dealdesk.deals
FOR EACH ROW WHEN ((NEW.deal_name, NEW.client_name) IS DISTINCT FROM (OLD.deal_name, OLD.client_name))
EXECUTE FUNCTION dealdesk_steps.make_deal_searchable();
