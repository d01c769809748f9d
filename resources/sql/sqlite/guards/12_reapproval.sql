-- With a revision it is worked out what becomes of everybody's approval; nothing is added afterwards, and nothing changed.

CREATE TRIGGER reapproval_steps_true BEFORE INSERT ON reapproval_steps
BEGIN
    -- one for each approver; of the business level also one that is not required any more
    SELECT RAISE(ABORT, 'dealdesk:duplicate')
    WHERE EXISTS (SELECT 1 FROM reapproval_steps x
                  WHERE x.deal_id = NEW.deal_id AND x.revision_number = NEW.revision_number AND x.approval_key = NEW.approval_key
                    AND (NEW.approval_key <> 'business' OR x.level = NEW.level OR NEW.outcome <> 'not_required'));
    -- before the revision counts
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NOT EXISTS (SELECT 1 FROM deal_states s
                      JOIN deal_revisions r ON r.deal_id = s.deal_id AND r.revision_number = s.revision_number + 1
                      WHERE s.deal_id = NEW.deal_id AND s.status = 'negotiating' AND r.revision_number = NEW.revision_number);
END;

CREATE TRIGGER reapproval_steps_no_update BEFORE UPDATE ON reapproval_steps
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER reapproval_steps_no_delete BEFORE DELETE ON reapproval_steps
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

-- A figure in somebody's scope that is neither equal to nor better than what was approved, came, or went, asks again. Everything is made
-- once, as items of FROM: in a condition SQLite would make the facts for every approver, and without DISTINCT the last words for every fact.
CREATE TRIGGER deal_revisions_reapproval AFTER INSERT ON deal_revisions
WHEN NEW.revision_number > 1 AND NOT EXISTS (SELECT 1 FROM deal_states s WHERE s.deal_id = NEW.deal_id AND s.is_being_imported)
BEGIN
    INSERT INTO reapproval_steps (deal_id, revision_number, approval_key, level, outcome, cause, base_approval_id)
    SELECT q.deal_id, q.revision_number, q.approval_key, q.level,
           CASE WHEN q.base_id IS NULL OR q.cause = 'higher_level' THEN 'new' WHEN q.cause = 'none' THEN 'carried' ELSE 'asked' END,
           q.cause, q.base_id
    FROM (SELECT DISTINCT w.deal_id, w.revision_number, w.approval_key, w.level, w.base_id,
                 CASE WHEN w.base_id IS NULL THEN 'none'
                      WHEN w.is_below THEN 'higher_level'
                      WHEN w.status = 'revision_requested' THEN 'revision_requested'
                      WHEN w.base_imported THEN 'imported'
                      WHEN w.decider_wrote THEN 'separation_of_duties'
                      WHEN c.approval_key IS NOT NULL THEN 'changed'
                      ELSE 'none' END AS cause
          FROM approval_last_words w
          LEFT JOIN (SELECT DISTINCT b.approval_key
                     FROM (SELECT f.approval_key
                           FROM (SELECT * FROM approval_scope_facts WHERE deal_id = NEW.deal_id) f
                           JOIN (SELECT DISTINCT w.approval_key, w.base_revision FROM approval_last_words w
                                 WHERE w.deal_id = NEW.deal_id AND w.revision_number = NEW.revision_number AND w.is_planned
                                   AND w.base_id IS NOT NULL) l
                             ON l.approval_key = f.approval_key AND f.revision_number IN (NEW.revision_number, l.base_revision)
                           GROUP BY f.approval_key, f.path
                           HAVING count(*) < 2
                               OR (min(f.value) <> max(f.value)
                                   AND NOT coalesce(CASE max(f.better)
                                                    WHEN 'up' THEN max(CASE f.revision_number WHEN NEW.revision_number THEN f.number END)
                                                                   > max(CASE f.revision_number WHEN l.base_revision THEN f.number END)
                                                    WHEN 'down' THEN max(CASE f.revision_number WHEN NEW.revision_number THEN f.number END)
                                                                     < max(CASE f.revision_number WHEN l.base_revision THEN f.number END)
                                                    END, 0))) b) c ON c.approval_key = w.approval_key
          WHERE w.deal_id = NEW.deal_id AND w.revision_number = NEW.revision_number AND w.is_planned) q;
    INSERT INTO reapproval_steps (deal_id, revision_number, approval_key, level, outcome, cause, base_approval_id)
    SELECT w.deal_id, w.revision_number, w.approval_key, w.base_level, 'not_required', 'none', w.base_id
    FROM approval_last_words w
    WHERE w.deal_id = NEW.deal_id AND w.revision_number = NEW.revision_number AND w.base_id IS NOT NULL
      AND (w.is_below OR (NOT w.is_planned AND w.approval_key <> 'business'));
END;
