-- Tells the screens of others that something changed: a line in the feed, and a notice without content. The notice only says "look"; the feed is
-- under row-level security.

CREATE FUNCTION dealdesk_steps.tell_change(p_topic text, p_deal bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO dealdesk.change_feed (topic, deal_id) VALUES (p_topic, p_deal) ON CONFLICT DO NOTHING;
    NOTIFY dealdesk_changes;
    -- who was away for a day reads everything anew; now and then somebody takes the oldest lines away, without waiting for anybody
    IF random() < 0.01 THEN
        DELETE FROM dealdesk.change_feed f
        WHERE f.ctid = ANY (ARRAY(SELECT o.ctid
                                  FROM (SELECT x.ctid, x.at FROM dealdesk.change_feed x ORDER BY x.xid LIMIT 500 FOR UPDATE SKIP LOCKED) o
                                  WHERE o.at < clock_timestamp() - interval '1 day'));
    END IF;
END $$;

CREATE FUNCTION dealdesk_steps.tell_deal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.tell_change('deal', NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION dealdesk_steps.tell_part_of_deal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.tell_change('deal', NEW.deal_id);
    RETURN NULL;
END $$;

CREATE FUNCTION dealdesk_steps.tell_people() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.tell_change('people', NULL);
    RETURN NULL;
END $$;

CREATE FUNCTION dealdesk_steps.tell_reference() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.tell_change('reference', NULL);
    RETURN NULL;
END $$;

CREATE TRIGGER deals_told AFTER INSERT OR UPDATE ON dealdesk.deals
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.tell_deal();
CREATE TRIGGER deal_approvals_told AFTER INSERT OR UPDATE ON dealdesk.deal_approvals
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.tell_part_of_deal();
CREATE TRIGGER deal_comments_told AFTER INSERT ON dealdesk.deal_comments
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.tell_part_of_deal();
CREATE TRIGGER users_told AFTER INSERT OR UPDATE ON dealdesk.users
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.tell_people();
CREATE TRIGGER delegations_told AFTER INSERT OR UPDATE ON dealdesk.delegations
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.tell_people();
CREATE TRIGGER incentive_catalog_told AFTER INSERT OR UPDATE OR DELETE ON dealdesk.incentive_catalog
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.tell_reference();
-- levels and departments move the policy
CREATE TRIGGER policy_told AFTER UPDATE ON dealdesk.policy
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.tell_reference();
CREATE TRIGGER advertisers_told AFTER INSERT OR UPDATE OR DELETE ON dealdesk.advertisers
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.tell_reference();
CREATE TRIGGER agencies_told AFTER INSERT OR UPDATE OR DELETE ON dealdesk.agencies
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.tell_reference();
CREATE TRIGGER deployment_told AFTER UPDATE ON dealdesk.deployment
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.tell_reference();
