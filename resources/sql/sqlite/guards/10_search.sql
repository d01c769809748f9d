-- Keeps what a search looks through.

CREATE TRIGGER deals_searchable_insert AFTER INSERT ON deals
BEGIN
    INSERT INTO deal_search_texts (deal_id, text) SELECT deal_id, text FROM deal_search_source WHERE deal_id = NEW.id;
    INSERT INTO deal_search_starts (start, deal_id) SELECT DISTINCT start, deal_id FROM deal_search_words WHERE deal_id = NEW.id;
END;

CREATE TRIGGER deals_searchable_update AFTER UPDATE OF deal_name, advertiser_name, agency_name, sales_channel ON deals
WHEN (NEW.deal_name COLLATE BINARY, NEW.client_name COLLATE BINARY) IS NOT (OLD.deal_name COLLATE BINARY, OLD.client_name COLLATE BINARY)
BEGIN
    DELETE FROM deal_search_starts WHERE deal_id = NEW.id;
    UPDATE deal_search_texts SET text = (SELECT text FROM deal_search_source WHERE deal_id = NEW.id) WHERE deal_id = NEW.id;
    INSERT INTO deal_search_starts (start, deal_id) SELECT DISTINCT start, deal_id FROM deal_search_words WHERE deal_id = NEW.id;
END;
