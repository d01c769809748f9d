-- Schema 1.1: the seed's indexes, and those that the screens need.

CREATE INDEX idx_deals_status ON deals (status);
CREATE INDEX idx_deals_created_at ON deals (created_at, id);
CREATE INDEX idx_deals_reference ON deals (reference_number);
CREATE INDEX idx_deals_reference_key ON deals (reference_key, id);
-- what filters and sorting look at, so that counting and finding a page never reads a deal's texts
CREATE INDEX idx_deals_filters ON deals (status, created_at, id, visible_since, owner_id, region, deal_type, sales_channel, priority,
                                       draft_expires_at, updated_at, deal_name, client_name, top_revenue_key, reference_key);
CREATE INDEX idx_deals_owner_created ON deals (owner_id, created_at DESC, id DESC);
CREATE INDEX idx_deals_updated ON deals (updated_at, id);
CREATE INDEX idx_deals_name ON deals (deal_name, id);
CREATE INDEX idx_deals_client ON deals (client_name, id);
CREATE INDEX idx_deals_top_revenue ON deals (top_revenue_key, id);
CREATE INDEX idx_deals_status_change ON deals (status, last_status_change);
CREATE INDEX idx_deals_parent ON deals (parent_submission_id);
CREATE INDEX idx_approvals_deal_id ON deal_approvals (deal_id);
CREATE INDEX idx_approvals_assigned_to ON deal_approvals (assigned_to, status);
CREATE INDEX idx_approvals_department ON deal_approvals (department, status);
CREATE INDEX idx_approvals_level ON deal_approvals (approval_level, status);
CREATE INDEX idx_approvals_open ON deal_approvals (approval_stage, department, due_date) WHERE status = 'pending';
CREATE INDEX idx_approvals_open_level ON deal_approvals (approval_level, due_date) WHERE status = 'pending';
CREATE INDEX idx_history_deal_id ON deal_status_history (deal_id, changed_at);
CREATE INDEX idx_history_changed ON deal_status_history (changed_at, id);
CREATE INDEX idx_users_email ON users (email);
CREATE INDEX idx_users_role_dept ON users (role, department);
CREATE INDEX idx_users_role_level ON users (role, approval_level);
CREATE INDEX idx_tiers_deal_id ON deal_tiers (deal_id, tier_number);
CREATE INDEX idx_incentives_tier ON tier_incentives (tier_id, position);
CREATE INDEX idx_actions_approval ON approval_actions (approval_id, created_at);
CREATE INDEX idx_actions_deal ON approval_actions (deal_id, created_at);
CREATE INDEX idx_actions_created ON approval_actions (created_at, id);
CREATE INDEX idx_comments_deal ON deal_comments (deal_id, created_at);
CREATE INDEX idx_comments_created ON deal_comments (created_at, id);
CREATE INDEX idx_revisions_submitted ON deal_revisions (submitted_at, id);
CREATE INDEX idx_search_starts_deal ON deal_search_starts (deal_id);
CREATE INDEX idx_editors_user ON deal_editors (user_id);
CREATE INDEX idx_command_log_deal ON command_log (deal_id, verb);
CREATE INDEX idx_import_sources_target ON import_sources (kind, target_id);
