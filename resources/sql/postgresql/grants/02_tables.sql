-- Which columns, and what may be done to them. Begins with nothing; people read, commands write what they need, and nobody deletes but what a draft
-- is made of.

REVOKE ALL ON ALL TABLES IN SCHEMA dealdesk FROM PUBLIC, dealdesk_user, dealdesk_commands, dealdesk_logins;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA dealdesk FROM PUBLIC, dealdesk_user, dealdesk_commands, dealdesk_logins;

-- People: all but who is changing a status right now, whose login the program made, the command log, and the counters.
GRANT SELECT (id, username, email, role, department, approval_level, first_name, last_name, is_active, must_change_password, version, created_at,
              updated_at) ON dealdesk.users TO dealdesk_user;
GRANT SELECT (id, reference_number, reference_key, deal_name, deal_name_key, email, deal_type, sales_channel, deal_structure, region, advertiser_name,
              agency_name, client_name, client_name_key, business_summary, growth_opportunity_miq, growth_opportunity_client, client_asks,
              growth_ambition, term_start_date, term_end_date, contract_term, previous_year_revenue, previous_year_margin, status, draft_type,
              revision_count, is_revision, parent_submission_id, revision_reason, last_revised_at, can_edit, draft_expires_at, last_status_change,
              priority, flow_intelligence, owner_id, submitted_by, visible_since, routing_amount, routing_level, top_revenue, top_revenue_key, version,
              created_at, updated_at) ON dealdesk.deals TO dealdesk_user;
GRANT SELECT (deal_id, user_id) ON dealdesk.deal_editors TO dealdesk_user;
GRANT SELECT (id, deal_id, tier_number, annual_revenue, annual_gross_margin, created_at, updated_at) ON dealdesk.deal_tiers TO dealdesk_user;
GRANT SELECT (id, tier_id, position, category_name, sub_category_name, incentive_option, incentive_value, incentive_notes)
    ON dealdesk.tier_incentives TO dealdesk_user;
GRANT SELECT (id, deal_id, revision_number, content, plan, submitted_by, submitted_by_name, submitted_at) ON dealdesk.deal_revisions TO dealdesk_user;
GRANT SELECT (id, deal_id, revision_number, approval_stage, department, approval_level, required_role, status, priority, reasons, assigned_to, due_date,
              comments, revision_reason, revision_fields, reviewer_notes, completed_by, completed_at, imported, created_at, carried_from, on_behalf_of,
              calendar_id, clock_started_at, remind_at, escalate_at)
    ON dealdesk.deal_approvals TO dealdesk_user;
GRANT SELECT (id, approval_id, deal_id, action_type, performed_by, performed_by_name, comments, imported, created_at, on_behalf_of_name)
    ON dealdesk.approval_actions TO dealdesk_user;
GRANT SELECT (id, approval_id, deal_id, step, due_at, noticed_at, escalated_to, escalated_level) ON dealdesk.approval_clock_steps TO dealdesk_user;
GRANT SELECT (deal_id, revision_number, approval_key, level, outcome, cause, base_approval_id) ON dealdesk.reapproval_steps TO dealdesk_user;
GRANT SELECT (approval_id, path, is_done, ticked_by, ticked_at) ON dealdesk.revision_ticks TO dealdesk_user;
GRANT SELECT (id, delegator_id, delegate_id, starts_at, ends_at, scope, department, approval_level, limit_amount, out_of_office, comment, created_by,
              created_at, ended_at, ended_by) ON dealdesk.delegations TO dealdesk_user;
GRANT SELECT (user_id, read_up_to) ON dealdesk.notice_marks TO dealdesk_user;
GRANT SELECT (id, name, time_zone, work_days, opens_at, cutoff_at, closes_at, is_default, version, updated_at) ON dealdesk.calendars TO dealdesk_user;
GRANT SELECT (region, calendar_id) ON dealdesk.calendar_regions TO dealdesk_user;
GRANT SELECT (calendar_id, day, name) ON dealdesk.calendar_holidays TO dealdesk_user;
GRANT SELECT (calendar_id, day_number, day, opens_at, cutoff_at, closes_at, worked_before) ON dealdesk.calendar_days TO dealdesk_user;
GRANT SELECT (id, deal_id, status, previous_status, performed_by, performed_by_name, on_behalf_of_name, comments, imported, changed_at)
    ON dealdesk.deal_status_history TO dealdesk_user;
GRANT SELECT (id, deal_id, approval_id, author_id, author_name, body, created_at) ON dealdesk.deal_comments TO dealdesk_user;
GRANT SELECT (deal_id, text) ON dealdesk.deal_search_texts TO dealdesk_user;
GRANT SELECT (start, deal_id) ON dealdesk.deal_search_starts TO dealdesk_user;
GRANT SELECT (xid, topic, deal_id, at) ON dealdesk.change_feed TO dealdesk_user;
GRANT SELECT (code, display_name, rank, limit_amount, version) ON dealdesk.approval_levels TO dealdesk_user;
GRANT SELECT (department, display_name, description, contact_email, default_assignee, incentive_types, always_required, is_active, version)
    ON dealdesk.approval_departments TO dealdesk_user;
GRANT SELECT (id, category_name, sub_category_name, incentive_option, position, is_active, version) ON dealdesk.incentive_catalog TO dealdesk_user;
GRANT SELECT (id, version, routing_basis, legal_for_custom_deals, legal_for_terms_over_months, client_value_factor, updated_at, updated_by)
    ON dealdesk.policy TO dealdesk_user;
GRANT SELECT (id, name, previous_year_revenue, previous_year_margin, previous_year_profit, previous_year_incentive_cost, previous_year_client_value,
              region, is_active, version, created_at, updated_at) ON dealdesk.advertisers TO dealdesk_user;
GRANT SELECT (id, name, type, previous_year_revenue, previous_year_margin, previous_year_profit, previous_year_incentive_cost,
              previous_year_client_value, region, is_active, version, created_at, updated_at) ON dealdesk.agencies TO dealdesk_user;
GRANT SELECT (from_status, to_status, actor, reason_required) ON dealdesk.status_transitions TO dealdesk_user;
GRANT SELECT (source, kind, source_key, target_id, imported_at) ON dealdesk.import_sources TO dealdesk_user;
GRANT SELECT (id, min_client, max_client, maintenance, environment) ON dealdesk.deployment TO dealdesk_user;
GRANT SELECT (step, version, name, applied_at) ON dealdesk.schema_version TO dealdesk_user;
GRANT SELECT (id, digest, loaded_at) ON dealdesk.stored_logic TO dealdesk_user;

-- Commands. They read everything but what the guards keep for themselves.
GRANT SELECT ON ALL TABLES IN SCHEMA dealdesk TO dealdesk_commands;
GRANT INSERT, UPDATE (username, email, role, department, approval_level, first_name, last_name, is_active, must_change_password, login_managed, version,
                      updated_at) ON dealdesk.users TO dealdesk_commands;
GRANT INSERT, UPDATE (display_name, rank, limit_amount, version) ON dealdesk.approval_levels TO dealdesk_commands;
GRANT UPDATE (display_name, description, contact_email, default_assignee, incentive_types, always_required, is_active, version)
    ON dealdesk.approval_departments TO dealdesk_commands;
GRANT INSERT, UPDATE (category_name, sub_category_name, incentive_option, position, is_active, version) ON dealdesk.incentive_catalog TO dealdesk_commands;
GRANT UPDATE (version, routing_basis, legal_for_custom_deals, legal_for_terms_over_months, client_value_factor, updated_at, updated_by)
    ON dealdesk.policy TO dealdesk_commands;
GRANT INSERT, UPDATE (name, region, previous_year_revenue, previous_year_margin, previous_year_profit, previous_year_incentive_cost,
                      previous_year_client_value, is_active, version, updated_at) ON dealdesk.advertisers TO dealdesk_commands;
GRANT INSERT, UPDATE (name, type, region, previous_year_revenue, previous_year_margin, previous_year_profit, previous_year_incentive_cost,
                      previous_year_client_value, is_active, version, updated_at) ON dealdesk.agencies TO dealdesk_commands;
GRANT INSERT, UPDATE (last_number) ON dealdesk.reference_counters TO dealdesk_commands;
GRANT INSERT, UPDATE (deal_name, email, deal_type, sales_channel, deal_structure, region, advertiser_name, agency_name, business_summary,
                      growth_opportunity_miq, growth_opportunity_client, client_asks, growth_ambition, term_start_date, term_end_date, contract_term,
                      previous_year_revenue, previous_year_margin, status, draft_type, revision_count, is_revision, revision_reason, last_revised_at,
                      can_edit, draft_expires_at, last_status_change, priority, flow_intelligence, owner_id, submitted_by, visible_since,
                      routing_amount, routing_level, acting_user_id, acting_for, acting_reason, version, updated_at) ON dealdesk.deals TO dealdesk_commands;
GRANT INSERT ON dealdesk.deal_editors TO dealdesk_commands;
GRANT INSERT, DELETE ON dealdesk.deal_tiers, dealdesk.tier_incentives TO dealdesk_commands;
GRANT INSERT ON dealdesk.deal_revisions TO dealdesk_commands;
GRANT INSERT, UPDATE (status, assigned_to, comments, revision_reason, revision_fields, reviewer_notes, completed_by, completed_at, on_behalf_of,
                      due_date, calendar_id, clock_started_at, remind_at, escalate_at)
    ON dealdesk.deal_approvals TO dealdesk_commands;
GRANT INSERT ON dealdesk.approval_actions, dealdesk.deal_status_history, dealdesk.deal_comments, dealdesk.approval_clock_steps TO dealdesk_commands;
GRANT INSERT, UPDATE (ended_at, ended_by) ON dealdesk.delegations TO dealdesk_commands;
GRANT INSERT, UPDATE (is_done, ticked_by, ticked_at) ON dealdesk.revision_ticks TO dealdesk_commands;
GRANT INSERT, UPDATE (read_up_to) ON dealdesk.notice_marks TO dealdesk_commands;
GRANT INSERT, UPDATE (name, time_zone, work_days, opens_at, cutoff_at, closes_at, is_default, version, updated_at)
    ON dealdesk.calendars TO dealdesk_commands;
GRANT INSERT, DELETE ON dealdesk.calendar_regions, dealdesk.calendar_holidays, dealdesk.calendar_days TO dealdesk_commands;
GRANT INSERT, UPDATE (result, deal_id) ON dealdesk.command_log TO dealdesk_commands;
GRANT INSERT ON dealdesk.import_sources TO dealdesk_commands;
-- an imported deal has its number before it is there
GRANT USAGE ON SEQUENCE dealdesk.deals_id_seq TO dealdesk_commands;
