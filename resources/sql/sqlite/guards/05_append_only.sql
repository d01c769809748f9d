-- What is written once and for all: no update, no delete, and no INSERT OR REPLACE, which deletes without firing a trigger.

CREATE TRIGGER deal_status_history_no_replace BEFORE INSERT ON deal_status_history
WHEN EXISTS (SELECT 1 FROM deal_status_history x WHERE x.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate');
END;

CREATE TRIGGER deal_status_history_no_update BEFORE UPDATE ON deal_status_history
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER deal_status_history_no_delete BEFORE DELETE ON deal_status_history
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER approval_actions_no_replace BEFORE INSERT ON approval_actions
WHEN EXISTS (SELECT 1 FROM approval_actions x WHERE x.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate');
END;

CREATE TRIGGER approval_actions_no_update BEFORE UPDATE ON approval_actions
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER approval_actions_no_delete BEFORE DELETE ON approval_actions
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER deal_comments_no_replace BEFORE INSERT ON deal_comments
WHEN EXISTS (SELECT 1 FROM deal_comments x WHERE x.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate');
END;

CREATE TRIGGER deal_comments_no_update BEFORE UPDATE ON deal_comments
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER deal_comments_no_delete BEFORE DELETE ON deal_comments
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER deal_revisions_no_replace BEFORE INSERT ON deal_revisions
WHEN EXISTS (SELECT 1 FROM deal_revisions x WHERE x.id = NEW.id OR (x.deal_id = NEW.deal_id AND x.revision_number = NEW.revision_number))
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate');
END;

CREATE TRIGGER deal_revisions_no_update BEFORE UPDATE ON deal_revisions
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER deal_revisions_no_delete BEFORE DELETE ON deal_revisions
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER command_log_no_replace BEFORE INSERT ON command_log
WHEN EXISTS (SELECT 1 FROM command_log x WHERE x.command_id = NEW.command_id)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate');
END;

CREATE TRIGGER command_log_no_update BEFORE UPDATE ON command_log
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER command_log_no_delete BEFORE DELETE ON command_log
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER import_sources_no_replace BEFORE INSERT ON import_sources
WHEN EXISTS (SELECT 1 FROM import_sources x WHERE x.source = NEW.source AND x.kind = NEW.kind AND x.source_key = NEW.source_key)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate');
END;

CREATE TRIGGER import_sources_no_update BEFORE UPDATE ON import_sources
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER import_sources_no_delete BEFORE DELETE ON import_sources
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER deal_editors_no_replace BEFORE INSERT ON deal_editors
WHEN EXISTS (SELECT 1 FROM deal_editors x WHERE x.deal_id = NEW.deal_id AND x.user_id = NEW.user_id)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate');
END;

CREATE TRIGGER deal_editors_no_update BEFORE UPDATE ON deal_editors
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER deal_editors_no_delete BEFORE DELETE ON deal_editors
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

-- A delegation is ended once; nothing else about it changes.
CREATE TRIGGER delegations_no_replace BEFORE INSERT ON delegations
WHEN EXISTS (SELECT 1 FROM delegations x WHERE x.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate');
END;

CREATE TRIGGER delegations_begin BEFORE INSERT ON delegations
WHEN NEW.ended_at IS NOT NULL OR NEW.ended_by IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER delegations_end BEFORE UPDATE ON delegations
WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by IS NULL
  OR (NEW.id, NEW.delegator_id, NEW.delegate_id, NEW.starts_at, NEW.ends_at, NEW.scope, NEW.department, NEW.approval_level, NEW.limit_amount,
      NEW.out_of_office, NEW.comment, NEW.created_by, NEW.created_at)
     IS NOT
     (OLD.id, OLD.delegator_id, OLD.delegate_id, OLD.starts_at, OLD.ends_at, OLD.scope, OLD.department, OLD.approval_level, OLD.limit_amount,
      OLD.out_of_office, OLD.comment, OLD.created_by, OLD.created_at)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER delegations_no_delete BEFORE DELETE ON delegations
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;
