-- Schema 1.1: the seed's indexes, and those that the screens need.

CREATE INDEX idx_deals_created_at ON dealdesk.deals (created_at, id);
CREATE INDEX idx_deals_reference_key ON dealdesk.deals (reference_key, id);
-- what filters and sorting look at, so that counting and finding a page never reads a deal's texts
CREATE INDEX idx_deals_filters ON dealdesk.deals (status, created_at, id)
    INCLUDE (visible_since, owner_id, region, deal_type, sales_channel, priority, draft_expires_at, updated_at, deal_name_key, client_name_key,
             top_revenue_key, reference_key);
CREATE INDEX idx_deals_owner_created ON dealdesk.deals (owner_id, created_at DESC, id DESC);
CREATE INDEX idx_deals_updated ON dealdesk.deals (updated_at, id);
CREATE INDEX idx_deals_name ON dealdesk.deals (deal_name_key, id);
CREATE INDEX idx_deals_client ON dealdesk.deals (client_name_key, id);
CREATE INDEX idx_deals_top_revenue ON dealdesk.deals (top_revenue_key, id);
CREATE INDEX idx_deals_status_change ON dealdesk.deals (status, last_status_change);
CREATE INDEX idx_deals_parent ON dealdesk.deals (parent_submission_id);
CREATE INDEX idx_approvals_deal_id ON dealdesk.deal_approvals (deal_id, revision_number, status);
CREATE INDEX idx_approvals_assigned_to ON dealdesk.deal_approvals (assigned_to, status);
CREATE INDEX idx_approvals_department ON dealdesk.deal_approvals (department, status);
CREATE INDEX idx_approvals_level ON dealdesk.deal_approvals (approval_level, status);
CREATE INDEX idx_approvals_open ON dealdesk.deal_approvals (approval_stage, department, due_date) WHERE status = 'pending';
CREATE INDEX idx_approvals_open_level ON dealdesk.deal_approvals (approval_level, due_date) WHERE status = 'pending';
CREATE INDEX idx_history_deal_id ON dealdesk.deal_status_history (deal_id, changed_at);
CREATE INDEX idx_history_changed ON dealdesk.deal_status_history (changed_at, id);
CREATE INDEX idx_users_role_dept ON dealdesk.users (role, department);
CREATE INDEX idx_users_role_level ON dealdesk.users (role, approval_level);
CREATE INDEX idx_actions_approval ON dealdesk.approval_actions (approval_id, created_at);
CREATE INDEX idx_actions_deal ON dealdesk.approval_actions (deal_id, created_at);
CREATE INDEX idx_actions_created ON dealdesk.approval_actions (created_at, id);
CREATE INDEX idx_comments_deal ON dealdesk.deal_comments (deal_id, created_at);
CREATE INDEX idx_comments_created ON dealdesk.deal_comments (created_at, id);
CREATE INDEX idx_comments_approval ON dealdesk.deal_comments (approval_id) WHERE approval_id IS NOT NULL;
CREATE INDEX idx_revisions_submitted ON dealdesk.deal_revisions (submitted_at, id);
CREATE INDEX idx_search_starts_deal ON dealdesk.deal_search_starts (deal_id);
CREATE INDEX idx_editors_user ON dealdesk.deal_editors (user_id);
CREATE INDEX idx_command_log_deal ON dealdesk.command_log (deal_id, verb);
-- the import that is under way in this transaction
CREATE INDEX idx_command_log_import ON dealdesk.command_log (command_id) WHERE verb = 'import' AND result IS NULL;
CREATE INDEX idx_import_sources_target ON dealdesk.import_sources (kind, target_id);
