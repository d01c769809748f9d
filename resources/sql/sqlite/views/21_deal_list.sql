-- The Deals list and the head of a deal's page. Everything besides `deals` hangs on a row by its id, so that a page costs its rows only.

CREATE VIEW deal_list AS
SELECT d.id,
       d.reference_number,
       d.reference_key,
       d.deal_name,
       d.deal_name AS deal_name_key, -- to sort by: NOCASE
       d.client_name,
       d.client_name AS client_name_key,
       d.deal_type,
       d.sales_channel,
       d.deal_structure,
       d.region,
       d.priority,
       d.status,
       d.draft_type,
       d.owner_id,
       -- a sub-select like the others below, so that a count does not look for the owners
       (SELECT coalesce(nullif(trim(o.first_name || ' ' || o.last_name), ''), o.username) FROM users o WHERE o.id = d.owner_id) AS owner_name,
       d.top_revenue,
       d.top_revenue_key,
       d.term_start_date,
       d.term_end_date,
       d.revision_count,
       (SELECT count(*) FROM deal_approvals a
        WHERE a.deal_id = d.id AND a.revision_number = d.revision_count + 1 AND a.status = 'pending') AS open_approvals,
       (SELECT count(*) FROM deal_approvals a WHERE a.deal_id = d.id AND a.revision_number = d.revision_count + 1
          AND a.status <> 'not_required') AS total_approvals,
       (SELECT min(a.due_date) FROM deal_approvals a WHERE a.deal_id = d.id AND a.status = 'pending') AS next_due,
       CASE WHEN d.status NOT IN ('submitted', 'under_review', 'negotiating', 'approved', 'contract_drafting', 'client_review') THEN NULL
            WHEN d.revision_count >= 2
              -- region by region, so that each threshold is worked out once
              OR d.updated_at < CASE d.region
                                 WHEN 'northeast' THEN (SELECT t.moved_before FROM attention_threshold t WHERE t.region = 'northeast')
                                 WHEN 'midwest' THEN (SELECT t.moved_before FROM attention_threshold t WHERE t.region = 'midwest')
                                 WHEN 'midatlantic' THEN (SELECT t.moved_before FROM attention_threshold t WHERE t.region = 'midatlantic')
                                 WHEN 'west' THEN (SELECT t.moved_before FROM attention_threshold t WHERE t.region = 'west')
                                 WHEN 'south' THEN (SELECT t.moved_before FROM attention_threshold t WHERE t.region = 'south')
                                 ELSE (SELECT t.moved_before FROM attention_threshold t WHERE t.region = '') END
              OR (d.status <> 'negotiating'
                  AND EXISTS (SELECT 1 FROM deal_approvals a
                              WHERE a.deal_id = d.id AND a.status = 'pending' AND a.due_date < strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))
            THEN 'needs_attention'
            ELSE 'on_track' END AS flow_intelligence,
       d.status = 'draft' AND coalesce(d.draft_expires_at < strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 0) AS is_expired,
       d.visible_since,
       d.version,
       d.created_at,
       d.updated_at,
       d.last_status_change
FROM deals d;

CREATE VIEW deal_detail AS
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
FROM deals d
JOIN deal_list l ON l.id = d.id
LEFT JOIN deals p ON p.id = d.parent_submission_id
LEFT JOIN people s ON s.id = d.submitted_by;

CREATE VIEW deal_tier_lines AS
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
FROM deal_tiers t
LEFT JOIN tier_incentives i ON i.tier_id = t.id;
