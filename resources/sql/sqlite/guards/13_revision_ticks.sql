-- The owner ticks what a standing request named. Marks of what was read never go back.

CREATE TRIGGER revision_ticks_insert BEFORE INSERT ON revision_ticks
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NOT EXISTS (SELECT 1 FROM open_points p WHERE p.approval_id = NEW.approval_id AND p.path = NEW.path AND p.owner_id = NEW.ticked_by);
END;

CREATE TRIGGER revision_ticks_update BEFORE UPDATE ON revision_ticks
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE (NEW.approval_id, NEW.path) IS NOT (OLD.approval_id, OLD.path)
       OR NOT EXISTS (SELECT 1 FROM open_points p
                      WHERE p.approval_id = NEW.approval_id AND p.path = NEW.path AND (p.owner_id = NEW.ticked_by OR NOT NEW.is_done));
END;

CREATE TRIGGER revision_ticks_no_delete BEFORE DELETE ON revision_ticks
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER notice_marks_never_back BEFORE UPDATE ON notice_marks
WHEN NEW.user_id IS NOT OLD.user_id OR NEW.read_up_to < OLD.read_up_to
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;
