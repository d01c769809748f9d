-- What the reports export: raw values as text and numbers, decimals and instants written out (ISO 8601), flags
-- as 1 and 0: the same characters as the embedded dialect gives. The first thirteen columns are the
-- same in all four, so that each is filtered like the Deals list.

CREATE VIEW dealdesk.report_pipeline WITH (security_invoker = true) AS
SELECT d.id AS deal_id,
       d.reference_number,
       d.deal_name,
       d.client_name,
       d.status,
       d.deal_type,
       d.sales_channel,
       d.region,
       d.priority,
       d.owner_id,
       coalesce(nullif(btrim(o.first_name || ' ' || o.last_name), ''), o.username) AS owner_name,
       to_char(d.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS deal_created_at,
       to_char(d.visible_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS deal_visible_since,
       d.advertiser_name,
       d.agency_name,
       d.deal_structure,
       d.draft_type,
       d.email,
       (d.growth_ambition * 0.01)::text AS growth_ambition,
       to_char(d.term_start_date, 'YYYY-MM-DD') AS term_start_date,
       to_char(d.term_end_date, 'YYYY-MM-DD') AS term_end_date,
       d.contract_term,
       (d.previous_year_revenue * 0.01)::text AS previous_year_revenue,
       (d.previous_year_margin * 0.000001)::text AS previous_year_margin,
       (d.top_revenue * 0.01)::text AS top_revenue,
       (d.routing_amount * 0.01)::text AS routing_amount,
       d.routing_level,
       d.revision_count,
       d.is_revision::int AS is_revision,
       (SELECT p.reference_number FROM dealdesk.deals p WHERE p.id = d.parent_submission_id) AS parent_reference,
       (SELECT count(*) FROM dealdesk.deal_tiers t WHERE t.deal_id = d.id) AS tier_count,
       (SELECT count(*) FROM dealdesk.deal_approvals a WHERE a.deal_id = d.id AND a.revision_number = d.revision_count + 1) AS approvals,
       (SELECT count(*) FROM dealdesk.deal_approvals a
        WHERE a.deal_id = d.id AND a.revision_number = d.revision_count + 1 AND a.status = 'pending') AS approvals_open,
       (SELECT to_char(min(a.due_date) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        FROM dealdesk.deal_approvals a WHERE a.deal_id = d.id AND a.status = 'pending') AS next_due,
       d.business_summary,
       d.growth_opportunity_miq,
       d.growth_opportunity_client,
       d.client_asks,
       d.version,
       to_char(d.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS updated_at,
       to_char(d.last_status_change AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS last_status_change
FROM dealdesk.deals d
JOIN dealdesk.users o ON o.id = d.owner_id;

-- Approvals outstanding.
CREATE VIEW dealdesk.report_approvals WITH (security_invoker = true) AS
SELECT d.id AS deal_id,
       d.reference_number,
       d.deal_name,
       d.client_name,
       d.status,
       d.deal_type,
       d.sales_channel,
       d.region,
       d.priority,
       d.owner_id,
       coalesce(nullif(btrim(o.first_name || ' ' || o.last_name), ''), o.username) AS owner_name,
       to_char(d.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS deal_created_at,
       to_char(d.visible_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS deal_visible_since,
       a.id AS approval_id,
       a.revision_number,
       a.approval_stage,
       a.department,
       a.approval_level,
       a.priority AS approval_priority,
       a.status AS approval_status,
       (SELECT p.display_name FROM dealdesk.people p WHERE p.id = a.assigned_to) AS assignee_name,
       to_char(a.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS opened_at,
       to_char(a.due_date AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS due_date,
       (d.status <> 'negotiating' AND a.due_date < statement_timestamp())::int AS is_overdue,
       (d.routing_amount * 0.01)::text AS routing_amount,
       (d.top_revenue * 0.01)::text AS top_revenue
FROM dealdesk.deal_approvals a
JOIN dealdesk.deals d ON d.id = a.deal_id
JOIN dealdesk.users o ON o.id = d.owner_id
WHERE a.status = 'pending';

CREATE VIEW dealdesk.report_status_history WITH (security_invoker = true) AS
SELECT d.id AS deal_id,
       d.reference_number,
       d.deal_name,
       d.client_name,
       d.status,
       d.deal_type,
       d.sales_channel,
       d.region,
       d.priority,
       d.owner_id,
       coalesce(nullif(btrim(o.first_name || ' ' || o.last_name), ''), o.username) AS owner_name,
       to_char(d.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS deal_created_at,
       to_char(d.visible_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS deal_visible_since,
       h.id AS history_id,
       to_char(h.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS changed_at,
       h.previous_status,
       h.status AS new_status,
       h.performed_by_name,
       h.on_behalf_of_name,
       h.comments,
       h.imported::int AS imported
FROM dealdesk.deal_status_history h
JOIN dealdesk.deals d ON d.id = h.deal_id
JOIN dealdesk.users o ON o.id = d.owner_id;

CREATE VIEW dealdesk.report_tier_lines WITH (security_invoker = true) AS
SELECT d.id AS deal_id,
       d.reference_number,
       d.deal_name,
       d.client_name,
       d.status,
       d.deal_type,
       d.sales_channel,
       d.region,
       d.priority,
       d.owner_id,
       coalesce(nullif(btrim(o.first_name || ' ' || o.last_name), ''), o.username) AS owner_name,
       to_char(d.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS deal_created_at,
       to_char(d.visible_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS deal_visible_since,
       t.tier_number,
       (t.annual_revenue * 0.01)::text AS annual_revenue,
       (t.annual_gross_margin * 0.000001)::text AS annual_gross_margin,
       i.position AS incentive_position,
       i.category_name,
       i.sub_category_name,
       i.incentive_option,
       (i.incentive_value * 0.01)::text AS incentive_value,
       i.incentive_notes
FROM dealdesk.deals d
JOIN dealdesk.users o ON o.id = d.owner_id
JOIN dealdesk.deal_tiers t ON t.deal_id = d.id
LEFT JOIN dealdesk.tier_incentives i ON i.tier_id = t.id;
