-- Shared steps of everything that writes a deal's content.

-- A new draft; its number is the next of the year. The caller finds it as the highest id.
CREATE VIEW deal_creator AS
SELECT NULL AS owner_id, NULL AS draft_type, NULL AS parent_id, NULL AS is_revision, NULL AS revision_reason
WHERE 0;

CREATE TRIGGER deal_creator_run INSTEAD OF INSERT ON deal_creator
BEGIN
    INSERT INTO deals (reference_number, owner_id, draft_type, parent_submission_id, is_revision, revision_reason, draft_expires_at)
    SELECT printf('DEAL-%s-%03d', strftime('%Y', 'now'),
                  1 + coalesce((SELECT c.last_number FROM reference_counters c WHERE c.year = CAST(strftime('%Y', 'now') AS INTEGER)), 0)),
           NEW.owner_id, NEW.draft_type, NEW.parent_id, NEW.is_revision, NEW.revision_reason,
           strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+30 days');
END;

-- Whole months between first and last day, both inclusive, as domain/term.h counts them.
CREATE VIEW deal_terms AS
SELECT d.id AS deal_id,
       CASE WHEN d.term_end_date > d.term_start_date
            THEN 12 * (strftime('%Y', d.term_end_date) - strftime('%Y', d.term_start_date))
                 + strftime('%m', d.term_end_date) - strftime('%m', d.term_start_date)
                 + CASE WHEN strftime('%d', d.term_start_date) = '01' AND d.term_end_date = date(d.term_end_date, 'start of month', '+1 month', '-1 day')
                        THEN 1
                        WHEN CAST(strftime('%d', d.term_end_date) AS INTEGER)
                             < min(strftime('%d', d.term_start_date) - 1,
                                   CAST(strftime('%d', d.term_end_date, 'start of month', '+1 month', '-1 day') AS INTEGER))
                        THEN -1
                        ELSE 0
                   END
       END AS months
FROM deals d;

-- Replaces a deal's tiers with those of a JSON array.
CREATE VIEW deal_tiers_writer AS
SELECT NULL AS deal_id, NULL AS tiers
WHERE 0;

CREATE TRIGGER deal_tiers_writer_run INSTEAD OF INSERT ON deal_tiers_writer
BEGIN
    DELETE FROM tier_incentives WHERE tier_id IN (SELECT t.id FROM deal_tiers t WHERE t.deal_id = NEW.deal_id);
    DELETE FROM deal_tiers WHERE deal_id = NEW.deal_id;
    INSERT INTO deal_tiers (deal_id, tier_number, annual_revenue, annual_gross_margin)
    SELECT NEW.deal_id, (SELECT value FROM json_each(j.value, '$.tier_number')), (SELECT value FROM json_each(j.value, '$.annual_revenue')),
           (SELECT value FROM json_each(j.value, '$.annual_gross_margin'))
    FROM json_each(NEW.tiers) j;
    INSERT INTO tier_incentives (tier_id, position, category_name, sub_category_name, incentive_option, incentive_value, incentive_notes)
    SELECT t.id, i.key,
           coalesce((SELECT value FROM json_each(i.value, '$.category_name')), ''),
           coalesce((SELECT value FROM json_each(i.value, '$.sub_category_name')), ''),
           coalesce((SELECT value FROM json_each(i.value, '$.incentive_option')), ''),
           (SELECT value FROM json_each(i.value, '$.incentive_value')),
           coalesce((SELECT value FROM json_each(i.value, '$.incentive_notes')), '')
    FROM json_each(NEW.tiers) j
    JOIN deal_tiers t ON t.deal_id = NEW.deal_id AND t.tier_number = (SELECT value FROM json_each(j.value, '$.tier_number'))
    JOIN json_each(j.value, '$.incentives') i;
END;

-- Replaces everything that the owner writes, and remembers who wrote it.
CREATE VIEW deal_content_writer AS
SELECT NULL AS deal_id, NULL AS editor_id, NULL AS draft
WHERE 0;

CREATE TRIGGER deal_content_writer_run INSTEAD OF INSERT ON deal_content_writer
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE (SELECT t.type FROM json_tree(NEW.draft) t LIMIT 1) IS NOT 'object'
       OR EXISTS (SELECT 1 FROM json_each(NEW.draft) j WHERE j.key = 'tiers' AND j.type NOT IN ('array', 'null'));
    UPDATE deals
    SET deal_name = trim(coalesce((SELECT value FROM json_each(NEW.draft, '$.deal_name')), '')),
        email = trim(coalesce((SELECT value FROM json_each(NEW.draft, '$.email')), '')),
        deal_type = coalesce((SELECT value FROM json_each(NEW.draft, '$.deal_type')), 'grow'),
        sales_channel = coalesce((SELECT value FROM json_each(NEW.draft, '$.sales_channel')), 'client_direct'),
        deal_structure = coalesce((SELECT value FROM json_each(NEW.draft, '$.deal_structure')), 'tiered'),
        region = (SELECT value FROM json_each(NEW.draft, '$.region')),
        priority = coalesce((SELECT value FROM json_each(NEW.draft, '$.priority')), 'medium'),
        advertiser_name = nullif(trim(coalesce((SELECT value FROM json_each(NEW.draft, '$.advertiser_name')), '')), ''),
        agency_name = nullif(trim(coalesce((SELECT value FROM json_each(NEW.draft, '$.agency_name')), '')), ''),
        business_summary = coalesce((SELECT value FROM json_each(NEW.draft, '$.business_summary')), ''),
        growth_opportunity_miq = coalesce((SELECT value FROM json_each(NEW.draft, '$.growth_opportunity_miq')), ''),
        growth_opportunity_client = coalesce((SELECT value FROM json_each(NEW.draft, '$.growth_opportunity_client')), ''),
        client_asks = coalesce((SELECT value FROM json_each(NEW.draft, '$.client_asks')), ''),
        growth_ambition = (SELECT value FROM json_each(NEW.draft, '$.growth_ambition')),
        term_start_date = (SELECT value FROM json_each(NEW.draft, '$.term_start_date')),
        term_end_date = (SELECT value FROM json_each(NEW.draft, '$.term_end_date')),
        updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.deal_id;
    UPDATE deals SET contract_term = (SELECT t.months FROM deal_terms t WHERE t.deal_id = NEW.deal_id) WHERE id = NEW.deal_id;
    INSERT INTO deal_tiers_writer (deal_id, tiers)
    VALUES (NEW.deal_id, coalesce((SELECT value FROM json_each(NEW.draft) WHERE key = 'tiers'), '[]'));
    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE EXISTS (SELECT 1 FROM deal_content c
                  WHERE c.deal_id = NEW.deal_id AND c.content GLOB '*[' || char(1) || '-' || char(31) || ']*');
    INSERT INTO deal_editors (deal_id, user_id)
    SELECT NEW.deal_id, NEW.editor_id
    WHERE NOT EXISTS (SELECT 1 FROM deal_editors e WHERE e.deal_id = NEW.deal_id AND e.user_id = NEW.editor_id);
END;
