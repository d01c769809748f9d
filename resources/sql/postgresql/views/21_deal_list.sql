-- The Deals list and the head of a deal's page. Everything besides `deals` hangs on a row by its id, so that a page costs its rows only.

CREATE VIEW dealdesk.deal_list WITH (security_invoker = true) AS
SELECT d.id,
       d.reference_number,
       d.reference_key,
       d.deal_name,
       d.deal_name_key,
       d.client_name,
       d.client_name_key,
       d.deal_type,
       d.sales_channel,
       d.deal_structure,
       d.region,
       d.priority,
       d.status,
       d.draft_type,
       d.owner_id,
       -- a sub-select like the others below, so that a count does not look for the owners
       (SELECT coalesce(nullif(btrim(o.first_name || ' ' || o.last_name), ''), o.username) FROM dealdesk.users o WHERE o.id = d.owner_id) AS owner_name,
       d.top_revenue,
       d.top_revenue_key,
       d.term_start_date,
       d.term_end_date,
       d.revision_count,
       (SELECT count(*) FROM dealdesk.deal_approvals a
        WHERE a.deal_id = d.id AND a.revision_number = d.revision_count + 1 AND a.status = 'pending') AS open_approvals,
       (SELECT count(*) FROM dealdesk.deal_approvals a WHERE a.deal_id = d.id AND a.revision_number = d.revision_count + 1
          AND a.status <> 'not_required') AS total_approvals,
       (SELECT min(a.due_date) FROM dealdesk.deal_approvals a WHERE a.deal_id = d.id AND a.status = 'pending') AS next_due,
       CASE WHEN d.status NOT IN ('submitted', 'under_review', 'negotiating', 'approved', 'contract_drafting', 'client_review') THEN NULL
            WHEN d.revision_count >= 2
              -- region by region, so that each threshold is worked out once
              OR d.updated_at < CASE d.region
                                 WHEN 'northeast' THEN (SELECT t.moved_before FROM dealdesk.attention_threshold t WHERE t.region = 'northeast')
                                 WHEN 'midwest' THEN (SELECT t.moved_before FROM dealdesk.attention_threshold t WHERE t.region = 'midwest')
                                 WHEN 'midatlantic' THEN (SELECT t.moved_before FROM dealdesk.attention_threshold t WHERE t.region = 'midatlantic')
                                 WHEN 'west' THEN (SELECT t.moved_before FROM dealdesk.attention_threshold t WHERE t.region = 'west')
                                 WHEN 'south' THEN (SELECT t.moved_before FROM dealdesk.attention_threshold t WHERE t.region = 'south')
                                 ELSE (SELECT t.moved_before FROM dealdesk.attention_threshold t WHERE t.region = '') END
              OR (d.status <> 'negotiating'
                  AND EXISTS (SELECT 1 FROM dealdesk.deal_approvals a
                              WHERE a.deal_id = d.id AND a.status = 'pending' AND a.due_date < statement_timestamp()))
            THEN 'needs_attention'
            ELSE 'on_track' END AS flow_intelligence,
       d.status = 'draft' AND coalesce(d.draft_expires_at < statement_timestamp(), false) AS is_expired,
       d.visible_since,
       d.version,
       d.created_at,
       d.updated_at,
       d.last_status_change
FROM dealdesk.deals d;

CREATE VIEW dealdesk.deal_detail WITH (security_invoker = true) AS
SELECT l.*,
       d.email,
       d.advertiser_name,
       d.agency_name,
       d.business_summary,
       d.growth_opportunity_miq,
       d.growth_opportunity_client,
       d.client_asks,
       d.growth_ambition,
       d.contract_term,
       d.previous_year_revenue,
       d.previous_year_margin,
       d.is_revision,
       d.parent_submission_id,
       p.reference_number AS parent_reference,
       d.revision_reason,
       d.last_revised_at,
       d.can_edit,
       d.draft_expires_at,
       d.submitted_by,
       s.display_name AS submitted_by_name,
       d.routing_amount,
       d.routing_level
FROM dealdesk.deals d
JOIN dealdesk.deal_list l ON l.id = d.id
LEFT JOIN dealdesk.deals p ON p.id = d.parent_submission_id
LEFT JOIN dealdesk.people s ON s.id = d.submitted_by;

CREATE VIEW dealdesk.deal_tier_lines WITH (security_invoker = true) AS
SELECT t.deal_id,
       t.tier_number,
       i.position,
       t.annual_revenue,
       t.annual_gross_margin,
       i.category_name,
       i.sub_category_name,
       i.incentive_option,
       i.incentive_value,
       i.incentive_notes,
       t.created_at,
       t.updated_at
FROM dealdesk.deal_tiers t
LEFT JOIN dealdesk.tier_incentives i ON i.tier_id = t.id;
