-- What is submitted is complete, is what stands in the tables, and goes the way that the policy says.

CREATE FUNCTION dealdesk_steps.guard_revisions_true() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_lacks jsonb;
BEGIN
    IF dealdesk_steps.is_being_imported(NEW.deal_id) THEN
        RETURN NEW;
    END IF;
    PERFORM dealdesk_steps.refuse_if(
        NOT EXISTS (SELECT 1 FROM dealdesk.deal_states s
                    WHERE s.deal_id = NEW.deal_id AND s.is_editable
                      AND NEW.revision_number = s.revision_number + CASE s.status WHEN 'negotiating' THEN 1 ELSE 0 END),
        'not_editable');
    PERFORM dealdesk_steps.refuse_if(
        NOT EXISTS (SELECT 1 FROM dealdesk.deal_content c WHERE c.deal_id = NEW.deal_id AND c.content = NEW.content), 'invalid');
    v_lacks := (SELECT jsonb_agg(DISTINCT s.lacks ORDER BY s.lacks) FROM dealdesk.deal_shortcomings s WHERE s.deal_id = NEW.deal_id);
    IF v_lacks IS NOT NULL THEN
        PERFORM dealdesk_steps.refuse('incomplete', jsonb_build_object('lacks', v_lacks));
    END IF;
    -- nobody changes the policy until this submission is through
    PERFORM 1 FROM dealdesk.policy p FOR SHARE;
    PERFORM dealdesk_steps.refuse_if(
        NOT EXISTS (SELECT 1 FROM dealdesk.deal_routing_facts f
                    WHERE f.deal_id = NEW.deal_id
                      AND to_jsonb(f.policy_version) IS NOT DISTINCT FROM NEW.plan -> 'policy_version'
                      AND to_jsonb(f.amount) IS NOT DISTINCT FROM NEW.plan -> 'amount'
                      AND to_jsonb(f.level) IS NOT DISTINCT FROM NEW.plan -> 'level'
                      AND f.departments IS NOT DISTINCT FROM (SELECT coalesce(string_agg(j.value ->> 'department', ',' ORDER BY j.value ->> 'department' COLLATE "C"), '')
                                                              FROM jsonb_array_elements(NEW.plan -> 'departments') j)),
        'routing_changed');
    RETURN NEW;
END $$;

CREATE TRIGGER deal_revisions_true BEFORE INSERT ON dealdesk.deal_revisions
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.guard_revisions_true();

-- The guard of deal_editors refuses another person's name.
CREATE FUNCTION dealdesk_steps.note_submitter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO dealdesk.deal_editors (deal_id, user_id) VALUES (NEW.deal_id, NEW.submitted_by) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE TRIGGER deal_revisions_editor AFTER INSERT ON dealdesk.deal_revisions
FOR EACH ROW EXECUTE FUNCTION dealdesk_steps.note_submitter();
