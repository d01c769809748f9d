-- What the reports export: raw values, decimals as text with a point, ISO dates, stable column names. The first thirteen columns are the
-- same in all four, so that each is filtered like the Deals list.

CREATE VIEW report_pipeline AS
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
       coalesce(nullif(trim(o.first_name || ' ' || o.last_name), ''), o.username) AS owner_name,
       d.created_at AS deal_created_at,
       d.visible_since AS deal_visible_since,
       d.advertiser_name,
       d.agency_name,
       d.deal_structure,
       d.draft_type,
       d.email,
       CASE WHEN d.growth_ambition IS NOT NULL THEN printf('%s%d.%02d', CASE WHEN d.growth_ambition < 0 THEN '-' ELSE '' END, abs(d.growth_ambition) / 100, abs(d.growth_ambition) % 100) END AS growth_ambition,
       d.term_start_date,
       d.term_end_date,
       d.contract_term,
       CASE WHEN d.previous_year_revenue IS NOT NULL THEN printf('%s%d.%02d', CASE WHEN d.previous_year_revenue < 0 THEN '-' ELSE '' END, abs(d.previous_year_revenue) / 100, abs(d.previous_year_revenue) % 100) END AS previous_year_revenue,
       CASE WHEN d.previous_year_margin IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN d.previous_year_margin < 0 THEN '-' ELSE '' END, abs(d.previous_year_margin) / 1000000, abs(d.previous_year_margin) % 1000000) END AS previous_year_margin,
       CASE WHEN d.top_revenue IS NOT NULL THEN printf('%s%d.%02d', CASE WHEN d.top_revenue < 0 THEN '-' ELSE '' END, abs(d.top_revenue) / 100, abs(d.top_revenue) % 100) END AS top_revenue,
       CASE WHEN d.routing_amount IS NOT NULL THEN printf('%s%d.%02d', CASE WHEN d.routing_amount < 0 THEN '-' ELSE '' END, abs(d.routing_amount) / 100, abs(d.routing_amount) % 100) END AS routing_amount,
       d.routing_level,
       d.revision_count,
       d.is_revision,
       (SELECT p.reference_number FROM deals p WHERE p.id = d.parent_submission_id) AS parent_reference,
       (SELECT count(*) FROM deal_tiers t WHERE t.deal_id = d.id) AS tier_count,
       (SELECT count(*) FROM deal_approvals a WHERE a.deal_id = d.id AND a.revision_number = d.revision_count + 1) AS approvals,
       (SELECT count(*) FROM deal_approvals a
        WHERE a.deal_id = d.id AND a.revision_number = d.revision_count + 1 AND a.status = 'pending') AS approvals_open,
       (SELECT min(a.due_date) FROM deal_approvals a WHERE a.deal_id = d.id AND a.status = 'pending') AS next_due,
       d.business_summary,
       d.growth_opportunity_miq,
       d.growth_opportunity_client,
       d.client_asks,
       d.version,
       d.updated_at,
       d.last_status_change
FROM deals d
JOIN users o ON o.id = d.owner_id;

-- Approvals outstanding.
CREATE VIEW report_approvals AS
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
       coalesce(nullif(trim(o.first_name || ' ' || o.last_name), ''), o.username) AS owner_name,
       d.created_at AS deal_created_at,
       d.visible_since AS deal_visible_since,
       a.id AS approval_id,
       a.revision_number,
       a.approval_stage,
       a.department,
       a.approval_level,
       a.priority AS approval_priority,
       a.status AS approval_status,
       (SELECT p.display_name FROM people p WHERE p.id = a.assigned_to) AS assignee_name,
       a.created_at AS opened_at,
       a.due_date,
       d.status <> 'negotiating' AND a.due_date < strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS is_overdue,
       CASE WHEN d.routing_amount IS NOT NULL THEN printf('%s%d.%02d', CASE WHEN d.routing_amount < 0 THEN '-' ELSE '' END, abs(d.routing_amount) / 100, abs(d.routing_amount) % 100) END AS routing_amount,
       CASE WHEN d.top_revenue IS NOT NULL THEN printf('%s%d.%02d', CASE WHEN d.top_revenue < 0 THEN '-' ELSE '' END, abs(d.top_revenue) / 100, abs(d.top_revenue) % 100) END AS top_revenue
FROM deal_approvals a
JOIN deals d ON d.id = a.deal_id
JOIN users o ON o.id = d.owner_id
WHERE a.status = 'pending';

CREATE VIEW report_status_history AS
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
       coalesce(nullif(trim(o.first_name || ' ' || o.last_name), ''), o.username) AS owner_name,
       d.created_at AS deal_created_at,
       d.visible_since AS deal_visible_since,
       h.id AS history_id,
       h.changed_at,
       h.previous_status,
       h.status AS new_status,
       h.performed_by_name,
       h.on_behalf_of_name,
       h.comments,
       h.imported
FROM deal_status_history h
JOIN deals d ON d.id = h.deal_id
JOIN users o ON o.id = d.owner_id;

CREATE VIEW report_tier_lines AS
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
       coalesce(nullif(trim(o.first_name || ' ' || o.last_name), ''), o.username) AS owner_name,
       d.created_at AS deal_created_at,
       d.visible_since AS deal_visible_since,
       t.tier_number,
       CASE WHEN t.annual_revenue IS NOT NULL THEN printf('%s%d.%02d', CASE WHEN t.annual_revenue < 0 THEN '-' ELSE '' END, abs(t.annual_revenue) / 100, abs(t.annual_revenue) % 100) END AS annual_revenue,
       CASE WHEN t.annual_gross_margin IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN t.annual_gross_margin < 0 THEN '-' ELSE '' END, abs(t.annual_gross_margin) / 1000000, abs(t.annual_gross_margin) % 1000000) END AS annual_gross_margin,
       i.position AS incentive_position,
       i.category_name,
       i.sub_category_name,
       i.incentive_option,
       CASE WHEN i.incentive_value IS NOT NULL THEN printf('%s%d.%02d', CASE WHEN i.incentive_value < 0 THEN '-' ELSE '' END, abs(i.incentive_value) / 100, abs(i.incentive_value) % 100) END AS incentive_value,
       i.incentive_notes
FROM deals d
JOIN users o ON o.id = d.owner_id
JOIN deal_tiers t ON t.deal_id = d.id
LEFT JOIN tier_incentives i ON i.tier_id = t.id;
