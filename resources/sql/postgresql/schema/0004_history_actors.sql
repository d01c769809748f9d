-- Schema 1.1: whose events they are, newest first, for the history of one person.

CREATE INDEX idx_history_actor ON dealdesk.deal_status_history (performed_by_name, changed_at, id);
CREATE INDEX idx_actions_actor ON dealdesk.approval_actions (performed_by_name, created_at, id);
CREATE INDEX idx_comments_actor ON dealdesk.deal_comments (author_name, created_at, id);
CREATE INDEX idx_revisions_actor ON dealdesk.deal_revisions (submitted_by_name, submitted_at, id);
