-- Values that break a reckoning or a screen.

-- DD422: is no JSON
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '{"body": "here"');
-- DD422: is nothing
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '');
-- DD422: is a list
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '[{"body": "here"}]');
-- DD422: is JSON's null
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, 'null');
-- DD422, outsider/leaver=DD422: is not there
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, NULL);
-- DD422, outsider/leaver=DD422: has no command id
SELECT dealdesk.cmd_comment(NULL, 1, 2, NULL, '{"body": "here"}');
-- 22P02: has a command id that is none
SELECT dealdesk.cmd_comment('1 OR 1=1', 1, 2, NULL, '{"body": "here"}');
-- 22003: has a deal's id beyond all
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, '99999999999999999999', NULL, '{"body": "here"}');
-- DD404: has a deal's id below all
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, -1, NULL, '{"body": "here"}');
-- 42883: has too few arguments
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2);
-- DD422: has text where a task belongs
SELECT dealdesk.cmd_claim(gen_random_uuid(), 1, 2, NULL, '{"approval_id": "1 OR 1=1"}');
-- DD422: has a task's id beyond all
SELECT dealdesk.cmd_claim(gen_random_uuid(), 1, 2, NULL, '{"approval_id": 1e30}');
-- DD422: has half a task
SELECT dealdesk.cmd_claim(gen_random_uuid(), 1, 2, NULL, '{"approval_id": 1.5}');
-- DD422: has NaN for a task
SELECT dealdesk.cmd_claim(gen_random_uuid(), 1, 2, NULL, '{"approval_id": NaN}');
-- DD422: says nothing
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '{"body": "  "}');
-- DD422: says a thing that is no text
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '{"body": {"html": "<img>"}}');
-- DD422: says too much
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, jsonb_build_object('body', repeat('x', 20001))::text);
-- DD422: says 50 MB
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '{"body": "' || repeat('x', 50000000) || '"}');
-- DD422: nests without end
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, repeat('{"body":', 100000) || '1' || repeat('}', 100000));
-- DD422: hides a NUL
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '{"body": "a\u0000b"}');
-- DD422: has half a character
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '{"body": "a\ud800b"}');
-- 22021: is not UTF-8
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, E'{"body": "\xff"}');
-- DD422: saves 50 MB
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"business_summary": "' || repeat('x', 50000000) || '"}}');
-- DD403, seller/admin=DD422: saves no draft
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{}');
-- DD403, seller/admin=DD422: saves a control character
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"deal_name": "a\u001bb"}}');
-- DD403, seller/admin=DD422: saves a control character in a tier
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"tiers": [{"tier_number": 1, "incentives": [{"incentive_notes": "\u0007"}]}]}}');
-- DD403, seller/admin=DD422: saves a number as text
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"growth_ambition": "100000000"}}');
-- DD403, seller/admin=22003: saves more money than there is
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"growth_ambition": 1e30}}');
-- DD403, seller/admin=22P02: saves half a cent
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"growth_ambition": 0.5}}');
-- DD422: saves infinite money
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"growth_ambition": Infinity}}');
-- DD403, seller/admin=23514: saves a revenue below zero
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"tiers": [{"tier_number": 1, "annual_revenue": -1}]}}');
-- DD403, seller/admin=23514: saves a revenue beyond a cell's width
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"tiers": [{"tier_number": 1, "annual_revenue": 1000000000000000}]}}');
-- DD403, seller/admin=23514: saves a margin of 200 %
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"tiers": [{"tier_number": 1, "annual_gross_margin": 2000000}]}}');
-- DD403, seller/admin=23514: saves a sixth tier
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"tiers": [{"tier_number": 6}]}}');
-- DD403, seller/admin=23502: saves a tier without a number
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"tiers": [{}]}}');
-- DD403, seller/admin=23505: saves a tier twice
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"tiers": [{"tier_number": 1}, {"tier_number": 1}]}}');
-- DD403, seller/admin=22023: saves tiers that are none
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"tiers": [1, 2]}}');
-- DD403, seller/admin=22023: saves incentives that are none
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"tiers": [{"tier_number": 1, "incentives": "all"}]}}');
-- DD403, seller/admin=23514: saves an incentive that takes money
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"tiers": [{"tier_number": 1, "incentives": [{"incentive_value": -1}]}]}}');
-- DD403, seller/admin=DD422: saves a term without end
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"term_end_date": "infinity"}}');
-- DD403, seller/admin=DD422: saves a term that begins now
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"term_start_date": "now"}}');
-- DD403, seller/admin=DD422: saves a term of ten thousand years
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"term_end_date": "12026-01-01"}}');
-- DD403, seller/admin=22008: saves the 30th of February
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"term_end_date": "2026-02-30"}}');
-- DD403, seller/admin=23514: saves a region that is none
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft": {"region": "moon"}}');
-- DD403, seller/admin=23514: saves a name of 501 characters
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, jsonb_build_object('draft', jsonb_build_object('deal_name', repeat('x', 501)))::text);
-- DD403, seller/admin=23514: saves a kind of draft that is none
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, NULL, NULL, '{"draft_type": "signed", "draft": {}}');
