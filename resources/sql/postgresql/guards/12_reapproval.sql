-- With a revision it is worked out what becomes of everybody's approval; nothing is added afterwards, and nothing changed.

CREATE TRIGGER reapproval_steps_never_changed BEFORE UPDATE OR DELETE ON dealdesk.reapproval_steps
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();

-- Only before the revision counts, and one for each approver; of the business level also one that is not required any more.
CREATE FUNCTION dealdesk_steps.guard_reapproval_steps() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dealdesk_steps.refuse_if(
        NOT EXISTS (SELECT 1 FROM dealdesk.deal_states s
                    JOIN dealdesk.deal_revisions r ON r.deal_id = s.deal_id AND r.revision_number = s.revision_number + 1
                    WHERE s.deal_id = NEW.deal_id AND s.status = 'negotiating' AND r.revision_number = NEW.revision_number),
        'forbidden');
    PERFORM dealdesk_steps.refuse_if(
        EXISTS (SELECT 1 FROM dealdesk.reapproval_steps x
                WHERE x.deal_id = NEW.deal_id AND x.revision_number = NEW.revision_number AND x.approval_key = NEW.approval_key
                  AND (NEW.approval_key <> 'business' OR x.level = NEW.level OR NEW.outcome <> 'not_required')),
        'duplicate');
    RETURN NEW;
END $$;

CREATE TRIGGER reapproval_steps_true BEFORE INSERT ON dealdesk.reapproval_steps
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_reapproval_steps();

-- A figure in somebody's scope that is neither equal to nor better than what was approved, came, or went, asks again.
CREATE FUNCTION dealdesk_steps.work_out_reapproval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF dealdesk_steps.is_being_imported(NEW.deal_id) THEN
        RETURN NULL;
    END IF;
    INSERT INTO dealdesk.reapproval_steps (deal_id, revision_number, approval_key, level, outcome, cause, base_approval_id)
    WITH words AS MATERIALIZED (
        SELECT w.* FROM dealdesk.approval_last_words w WHERE w.deal_id = NEW.deal_id AND w.revision_number = NEW.revision_number
    ), facts AS MATERIALIZED (
        SELECT f.* FROM dealdesk.approval_scope_facts f
        WHERE f.deal_id = NEW.deal_id
          AND (f.revision_number = NEW.revision_number OR f.revision_number IN (SELECT w.base_revision FROM words w))
    ), changed AS (
        SELECT coalesce(n.approval_key, b.approval_key) AS approval_key
        FROM (SELECT f.* FROM facts f JOIN words w ON w.approval_key = f.approval_key AND w.base_id IS NOT NULL
              WHERE f.revision_number = NEW.revision_number) n
        FULL JOIN (SELECT f.* FROM facts f JOIN words w ON w.approval_key = f.approval_key AND w.base_revision = f.revision_number) b
            ON b.approval_key = n.approval_key AND b.path = n.path
        WHERE b.value IS DISTINCT FROM n.value
          AND coalesce(CASE n.better WHEN 'up' THEN n.number <= b.number WHEN 'down' THEN n.number >= b.number END, true)
    ), asked AS (
        SELECT w.approval_key, w.level, w.base_id,
               CASE WHEN w.base_id IS NULL THEN 'none'
                    WHEN w.is_below THEN 'higher_level'
                    WHEN w.status = 'revision_requested' THEN 'revision_requested'
                    WHEN w.base_imported THEN 'imported'
                    WHEN w.decider_wrote THEN 'separation_of_duties'
                    WHEN w.approval_key IN (SELECT c.approval_key FROM changed c) THEN 'changed'
                    ELSE 'none' END AS cause
        FROM words w
        WHERE w.is_planned
    )
    SELECT NEW.deal_id, NEW.revision_number, a.approval_key, a.level,
           CASE WHEN a.base_id IS NULL OR a.cause = 'higher_level' THEN 'new' WHEN a.cause = 'none' THEN 'carried' ELSE 'asked' END,
           a.cause, a.base_id
    FROM asked a
    UNION ALL
    SELECT NEW.deal_id, NEW.revision_number, w.approval_key, w.base_level, 'not_required', 'none', w.base_id
    FROM words w
    WHERE w.base_id IS NOT NULL AND (w.is_below OR (NOT w.is_planned AND w.approval_key <> 'business'));
    RETURN NULL;
END $$;

CREATE TRIGGER deal_revisions_reapproval AFTER INSERT ON dealdesk.deal_revisions
FOR EACH ROW WHEN (NEW.revision_number > 1) EXECUTE FUNCTION dealdesk_steps.work_out_reapproval();
