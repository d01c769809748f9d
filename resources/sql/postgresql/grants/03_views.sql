-- What people may ask. A view reads with the rights of whoever asks, also through other views: so those are here as well.

GRANT SELECT ON
    -- the face
    dealdesk.accounts, dealdesk.people, dealdesk.user_list,
    dealdesk.deal_list, dealdesk.deal_detail, dealdesk.deal_content, dealdesk.deal_tier_lines,
    dealdesk.deal_revision_list, dealdesk.deal_comment_list, dealdesk.approval_list, dealdesk.revision_tick_list,
    dealdesk.deal_reapproval,
    dealdesk.inbox, dealdesk.notices, dealdesk.deal_history, dealdesk.history_actors, dealdesk.deal_search,
    dealdesk.delegation_list, dealdesk.approval_cover, dealdesk.calendar_list, dealdesk.clock_steps_due,
    dealdesk.report_pipeline, dealdesk.report_approvals, dealdesk.report_status_history, dealdesk.report_tier_lines,
    dealdesk.client_list, dealdesk.incentive_options, dealdesk.department_list, dealdesk.level_list, dealdesk.policy_now,
    dealdesk.deal_client_figures, dealdesk.imported_rows, dealdesk.deal_references, dealdesk.handshake,
    -- what it stands on
    dealdesk.attention_threshold, dealdesk.approval_conflicts, dealdesk.deal_writers, dealdesk.inbox_entries, dealdesk.notice_events,
    dealdesk.inbox_lanes, dealdesk.delegations_now, dealdesk.delegated_authority, dealdesk.delegated_candidates, dealdesk.absences_now,
    dealdesk.approver_presence, dealdesk.running_clocks,
    dealdesk.tier_incentive_json, dealdesk.deal_tier_json
TO dealdesk_user;
