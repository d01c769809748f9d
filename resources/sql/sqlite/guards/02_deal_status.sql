-- A status moves only along status_transitions, by somebody, for a reason where one is needed, and never without its line of history.
-- Triggers that compare OLD and NEW name no columns: `UPDATE deals SET rowid = …` would slip past `UPDATE OF id`.

CREATE TRIGGER deals_status_step BEFORE UPDATE ON deals
WHEN NEW.status IS NOT OLD.status
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    WHERE NOT EXISTS (SELECT 1 FROM status_transitions t WHERE t.from_status = OLD.status AND t.to_status = NEW.status);
    SELECT RAISE(ABORT, 'dealdesk:reason_required')
    FROM status_transitions t
    WHERE t.from_status = OLD.status AND t.to_status = NEW.status AND t.reason_required AND trim(coalesce(NEW.acting_reason, '')) = '';
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.acting_user_id AND u.is_active);
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NEW.acting_for IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM deal_approvals a JOIN delegated_authority c ON c.approval_id = a.id
                      WHERE a.deal_id = OLD.id AND c.user_id = NEW.acting_user_id AND c.on_behalf_of = NEW.acting_for);
    -- an earlier step that somehow left no history stops the deal here
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    WHERE OLD.status IS NOT (SELECT h.status FROM deal_status_history h WHERE h.deal_id = OLD.id ORDER BY h.id DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = OLD.id AND s.is_as_imported);
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    WHERE NEW.status = 'approved' AND NOT EXISTS (SELECT 1 FROM deals_fully_approved f WHERE f.deal_id = OLD.id);
END;

-- A submission is a frozen revision of exactly this content; a new one counts up by one. A deal whose requests were all taken back goes back with the
-- revision that it has.
CREATE TRIGGER deals_status_submission BEFORE UPDATE ON deals
WHEN NEW.status IS NOT OLD.status AND (NEW.status = 'submitted' OR (OLD.status = 'negotiating' AND NEW.status = 'under_review'))
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    WHERE OLD.draft_type IS NOT 'submission_draft' OR NEW.revision_count <> OLD.revision_count
                                 + (OLD.status = 'negotiating' AND NOT EXISTS (SELECT 1 FROM deals_without_request w WHERE w.deal_id = OLD.id));
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition')
    WHERE NOT EXISTS (SELECT 1 FROM deal_revisions r JOIN deal_content c ON c.deal_id = r.deal_id AND c.content = r.content
                      WHERE r.deal_id = OLD.id AND r.revision_number = NEW.revision_count + 1);
END;

CREATE TRIGGER deals_status_scoping BEFORE UPDATE ON deals
WHEN NEW.status IS NOT OLD.status AND NEW.status = 'scoping' AND OLD.draft_type IS NOT 'scoping_draft'
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:illegal_transition');
END;

CREATE TRIGGER deals_status_history AFTER UPDATE OF status ON deals
WHEN NEW.status IS NOT OLD.status
BEGIN
    INSERT INTO deal_status_history (deal_id, status, previous_status, performed_by, performed_by_name, on_behalf_of_name, comments)
    VALUES (NEW.id, NEW.status, OLD.status, NEW.acting_user_id,
            coalesce((SELECT p.display_name FROM people p WHERE p.id = NEW.acting_user_id), ''),
            (SELECT p.display_name FROM people p WHERE p.id = NEW.acting_for), NEW.acting_reason);
    UPDATE deals
    SET acting_user_id = NULL,
        acting_for = NULL,
        acting_reason = NULL,
        last_status_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
        updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
        visible_since = coalesce(visible_since, CASE WHEN NEW.status IN ('scoping', 'submitted') THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') END)
    WHERE id = NEW.id;
END;
