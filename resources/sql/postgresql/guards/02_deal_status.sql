-- A status moves only along status_transitions, by somebody, for a reason where one is needed, and never without its line of history.

CREATE FUNCTION dealdesk_steps.guard_deals_status_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_step dealdesk.status_transitions;
BEGIN
    SELECT * INTO v_step FROM dealdesk.status_transitions t WHERE t.from_status = OLD.status AND t.to_status = NEW.status;
    IF NOT FOUND THEN
        PERFORM dealdesk_steps.refuse('illegal_transition', jsonb_build_object('from', OLD.status, 'to', NEW.status));
    END IF;
    PERFORM dealdesk_steps.refuse_if(v_step.reason_required AND trim(coalesce(NEW.acting_reason, '')) = '', 'reason_required');
    PERFORM 1 FROM dealdesk.users u WHERE u.id = NEW.acting_user_id AND u.is_active FOR SHARE;
    PERFORM dealdesk_steps.refuse_if(NOT FOUND, 'forbidden');
    PERFORM dealdesk_steps.refuse_if(
        NEW.acting_for IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM dealdesk.deal_approvals a JOIN dealdesk.delegated_authority c ON c.approval_id = a.id
                        WHERE a.deal_id = OLD.id AND c.user_id = NEW.acting_user_id AND c.on_behalf_of = NEW.acting_for),
        'forbidden');
    PERFORM dealdesk_steps.refuse_if(
        NEW.status = 'approved' AND NOT EXISTS (SELECT 1 FROM dealdesk.deals_fully_approved f WHERE f.deal_id = OLD.id),
        'illegal_transition', jsonb_build_object('from', OLD.status, 'to', NEW.status));
    NEW.last_status_change := clock_timestamp();
    NEW.updated_at := clock_timestamp();
    NEW.visible_since := coalesce(NEW.visible_since, CASE WHEN NEW.status IN ('scoping', 'submitted') THEN clock_timestamp() END);
    RETURN NEW;
END $$;

CREATE TRIGGER deals_status_step BEFORE UPDATE ON dealdesk.deals
FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION dealdesk_steps.guard_deals_status_step();

-- A submission is a frozen revision of exactly this content; a new one counts up by one. A deal whose requests were all taken back goes back with the
-- revision that it has.
CREATE FUNCTION dealdesk_steps.guard_deals_status_submission() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(
        OLD.draft_type IS DISTINCT FROM 'submission_draft'
        OR NEW.revision_count <> OLD.revision_count
                               + CASE WHEN OLD.status = 'negotiating'
                                           AND NOT EXISTS (SELECT 1 FROM dealdesk.deals_without_request w WHERE w.deal_id = OLD.id)
                                      THEN 1 ELSE 0 END
        OR NOT EXISTS (SELECT 1 FROM dealdesk.deal_revisions r JOIN dealdesk.deal_content c ON c.deal_id = r.deal_id AND c.content = r.content
                       WHERE r.deal_id = OLD.id AND r.revision_number = NEW.revision_count + 1),
        'illegal_transition', jsonb_build_object('from', OLD.status, 'to', NEW.status));
    RETURN NEW;
END $$;

CREATE TRIGGER deals_status_submission BEFORE UPDATE ON dealdesk.deals
FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status
                   AND (NEW.status = 'submitted' OR (OLD.status = 'negotiating' AND NEW.status = 'under_review')))
EXECUTE FUNCTION dealdesk_steps.guard_deals_status_submission();

CREATE FUNCTION dealdesk_steps.guard_deals_status_scoping() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse('illegal_transition', jsonb_build_object('from', OLD.status, 'to', NEW.status));
    RETURN NULL;
END $$;

CREATE TRIGGER deals_status_scoping BEFORE UPDATE ON dealdesk.deals
FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status AND NEW.status = 'scoping' AND OLD.draft_type IS DISTINCT FROM 'scoping_draft')
EXECUTE FUNCTION dealdesk_steps.guard_deals_status_scoping();

-- The line's own guard refuses another person's name, and a step from where the history does not stand. The second update touches no index.
CREATE FUNCTION dealdesk_steps.guard_deals_status_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO dealdesk.deal_status_history (deal_id, status, previous_status, performed_by, performed_by_name, on_behalf_of_name, comments)
    VALUES (NEW.id, NEW.status, OLD.status, NEW.acting_user_id,
            coalesce((SELECT p.display_name FROM dealdesk.people p WHERE p.id = NEW.acting_user_id), ''),
            (SELECT p.display_name FROM dealdesk.people p WHERE p.id = NEW.acting_for), NEW.acting_reason);
    UPDATE dealdesk.deals SET acting_user_id = NULL, acting_for = NULL, acting_reason = NULL WHERE id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER deals_status_history AFTER UPDATE ON dealdesk.deals
FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION dealdesk_steps.guard_deals_status_history();
