-- What the checks stand on: people of every kind with their logins, and deals in every state, made by the commands.

DO $$
DECLARE
    v_login text;
BEGIN
    FOREACH v_login IN ARRAY ARRAY['adam', 'sally', 'sam', 'fiona', 'felix', 'tom', 'mona', 'dora', 'lena', 'ivan', 'stranger', 'olga'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = v_login) THEN
            EXECUTE format('CREATE ROLE %I LOGIN IN ROLE dealdesk_user', v_login);
        END IF;
    END LOOP;
END $$;
-- olga is a person who also migrates; outsider has a login on the server and nothing to do with Deal Desk
GRANT dealdesk_owner, dealdesk_commands TO olga;
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = 'outsider') THEN CREATE ROLE outsider LOGIN; END IF; END $$;

INSERT INTO dealdesk.users (username, email, role, department, approval_level, is_active, first_name) VALUES
    ('adam', 'adam@example.com', 'admin', NULL, NULL, true, 'Adam'),
    ('olga', 'olga@example.com', 'admin', NULL, NULL, true, ''),
    ('sally', 'sally@example.com', 'seller', NULL, NULL, true, ''),
    ('sam', 'sam@example.com', 'seller', NULL, NULL, true, ''),
    ('fiona', 'fiona@example.com', 'department_reviewer', 'finance', NULL, true, ''),
    ('felix', 'felix@example.com', 'department_reviewer', 'finance', NULL, true, ''),
    ('tom', 'tom@example.com', 'department_reviewer', 'trading', NULL, true, ''),
    ('mona', 'mona@example.com', 'approver', NULL, 'manager', true, ''),
    ('dora', 'dora@example.com', 'approver', NULL, 'director', true, ''),
    ('lena', 'lena@example.com', 'department_reviewer', 'legal', NULL, true, ''),
    ('ivan', 'ivan@example.com', 'admin', NULL, NULL, false, '');
INSERT INTO dealdesk.advertisers (name, previous_year_revenue) VALUES ('Northwind Outdoor', 100000000);

SELECT probe.carry_out('sally', 'save_draft', NULL, jsonb_build_object('draft_type', 'submission_draft', 'draft', probe.draft(n)))
FROM unnest(ARRAY['draft', 'submitted', 'stage 2', 'approved', 'negotiating', 'lost']) n;
SELECT probe.carry_out('sally', 'save_draft', NULL, jsonb_build_object('draft_type', 'scoping_draft', 'draft', probe.draft('scoping draft')));
SELECT probe.carry_out('sam', 'save_draft', NULL, jsonb_build_object('draft_type', 'submission_draft', 'draft', probe.draft('of sam')));
SELECT probe.carry_out('sally', 'submit_deal', probe.deal(n), jsonb_build_object('draft', probe.draft(n), 'plan', probe.plan()))
FROM unnest(ARRAY['submitted', 'stage 2', 'approved', 'negotiating', 'lost']) n;
SELECT probe.carry_out('fiona', 'decide', probe.deal(n), jsonb_build_object('approval_id', probe.task(n, 'finance'), 'decision', 'approve'))
FROM unnest(ARRAY['stage 2', 'approved']) n;
SELECT probe.carry_out('tom', 'decide', probe.deal(n), jsonb_build_object('approval_id', probe.task(n, 'trading'), 'decision', 'approve'))
FROM unnest(ARRAY['stage 2', 'approved']) n;
SELECT probe.carry_out('mona', 'decide', probe.deal('approved'),
                       jsonb_build_object('approval_id', probe.task('approved', NULL, 2), 'decision', 'approve'));
SELECT probe.carry_out('sam', 'comment', probe.deal('submitted'), '{"body":"hello"}');
SELECT probe.carry_out('fiona', 'decide', probe.deal('negotiating'),
                       jsonb_build_object('approval_id', probe.task('negotiating', 'finance'), 'decision', 'request_revision', 'reason', 'margin'));
SELECT probe.carry_out('sally', 'mark_lost', probe.deal('lost'), '{"reason":"gone"}');
SELECT probe.carry_out('adam', 'import', NULL, jsonb_build_object(
    'source', 'prototype', 'kind', 'deal', 'key', '7:DEAL-2024-007', 'row', jsonb_build_object(
        'deal', probe.draft('imported', '{"owner":"sam","status":"under_review","reference_number":"DEAL-2024-007"}') - 'tiers',
        'tiers', probe.draft('') -> 'tiers', 'revision', NULL,
        'history', '[{"status":"submitted","performed_by_name":"somebody"},{"status":"under_review","previous_status":"submitted","performed_by_name":"somebody"}]'::jsonb)));
