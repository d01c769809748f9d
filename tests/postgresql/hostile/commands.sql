-- Commands that are not theirs, or not now. Deals: 1 approved, 2 submitted, 3 taken back, 4 a draft of the seller, 5 a draft of somebody else. Nobody here
-- reviews for trading.

-- DD403: decides for another department
SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, 2, 1, '{"approval_id": :trading_task, "decision": "approve"}');
-- DD403: rejects in stage 1, which only legal may
SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, 2, 1, '{"approval_id": :finance_task, "decision": "reject", "reason": "no"}');
-- DD412: decides what was decided
SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, 1, 1, '{"approval_id": :decided_task, "decision": "reject", "reason": "no"}');
-- DD412: decides what was taken back
SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, 3, 1, '{"approval_id": :withdrawn_task, "decision": "approve"}');
-- DD404: decides a task under another deal's name
SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, 1, 1, '{"approval_id": :finance_task, "decision": "approve"}');
-- DD404: decides without a deal
SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, NULL, NULL, '{"approval_id": :finance_task, "decision": "approve"}');
-- DD422: decides in a way of its own
SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, 2, 1, '{"approval_id": :finance_task, "decision": "approved"}');
-- DD403, reviewer=DD422: asks for a revision without saying why
SELECT dealdesk.cmd_decide(gen_random_uuid(), 1, 2, 1, '{"approval_id": :finance_task, "decision": "request_revision", "reason": " "}');
-- DD403: takes another department's task
SELECT dealdesk.cmd_claim(gen_random_uuid(), 1, 2, 1, '{"approval_id": :trading_task}');
-- DD412: gives back what was decided
SELECT dealdesk.cmd_release(gen_random_uuid(), 1, 1, 1, '{"approval_id": :decided_task}');
-- DD403, reviewer=DD423: takes back what was decided, and gone on from
SELECT dealdesk.cmd_rescind(gen_random_uuid(), 1, 1, 1, '{"approval_id": :decided_task}');
-- DD412: takes back what nobody has decided
SELECT dealdesk.cmd_rescind(gen_random_uuid(), 1, 2, 1, '{"approval_id": :finance_task}');
-- DD404: takes back under another deal's name
SELECT dealdesk.cmd_rescind(gen_random_uuid(), 1, 2, 1, '{"approval_id": :decided_task}');
-- DD403, seller=DD412: ticks where nothing was requested
SELECT dealdesk.cmd_tick_point(gen_random_uuid(), 1, 2, 1, '{"approval_id": :finance_task, "path": "", "done": true}');
-- DD422: has read what is to come
SELECT dealdesk.cmd_read_notices(gen_random_uuid(), 1, NULL, NULL, '{"up_to": "2999-01-01T00:00:00.000Z"}');
-- DD422: has read up to the end of time
SELECT dealdesk.cmd_read_notices(gen_random_uuid(), 1, NULL, NULL, '{"up_to": "infinity"}');
-- DD403: has the deal's owner review it
SELECT dealdesk.cmd_assign(gen_random_uuid(), 1, 2, 1, '{"approval_id": :trading_task, "assignee_id": :seller_id}');
-- DD404, admin=DD403: writes a deal that it does not see
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, 5, :version_5, '{"draft": {"deal_name": "mine"}}');
-- DD403, seller=DD423: writes a deal that was submitted
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, 2, :version_2, '{"draft": {"deal_name": "mine"}}');
-- DD404, seller/admin=DD412: writes over a version that it has not seen
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, 4, 999, '{"draft": {"deal_name": "mine"}}');
-- DD404, seller/admin=DD412: writes without saying which version it has seen
SELECT dealdesk.cmd_save_draft(gen_random_uuid(), 1, 4, NULL, '{"draft": {"deal_name": "mine"}}');
-- DD404, seller=DD422, admin=DD403: submits what is incomplete
SELECT dealdesk.cmd_submit_deal(gen_random_uuid(), 1, 4, :version_4, '{"draft": {"deal_name": "mine"}, "plan": :plan}');
-- DD404, seller=DD412, admin=DD403: submits with a lower level
SELECT dealdesk.cmd_submit_deal(gen_random_uuid(), 1, 4, :version_4, '{"draft": :draft, "plan": :low_plan}');
-- DD404, seller=DD412, admin=DD403: submits without anybody to ask
SELECT dealdesk.cmd_submit_deal(gen_random_uuid(), 1, 4, :version_4, '{"draft": :draft}');
-- DD403, seller=DD423: submits twice
SELECT dealdesk.cmd_submit_deal(gen_random_uuid(), 1, 2, :version_2, '{"draft": :draft, "plan": :plan}');
-- DD403, seller=DD412: resubmits with a lower level
SELECT dealdesk.cmd_resubmit_deal(gen_random_uuid(), 1, 3, :version_3, '{"draft": :draft, "plan": :low_plan}');
-- DD403, seller=DD423: takes back what is approved
SELECT dealdesk.cmd_recall_deal(gen_random_uuid(), 1, 1, :version_1, '{"reason": "mine"}');
-- DD423: signs what is only approved
SELECT dealdesk.cmd_advance_deal(gen_random_uuid(), 1, 1, :version_1, '{"to": "signed"}');
-- DD403: does the contract in legal's place
SELECT dealdesk.cmd_advance_deal(gen_random_uuid(), 1, 1, :version_1, '{"to": "contract_drafting"}');
-- DD423: approves by advancing
SELECT dealdesk.cmd_advance_deal(gen_random_uuid(), 1, 2, :version_2, '{"to": "approved"}');
-- DD423: loses by advancing
SELECT dealdesk.cmd_advance_deal(gen_random_uuid(), 1, 1, :version_1, '{"to": "lost", "reason": "mine"}');
-- DD403, seller=DD422: loses without a reason
SELECT dealdesk.cmd_mark_lost(gen_random_uuid(), 1, 1, :version_1, '{}');
-- DD403, seller=DD423: revises what is under way
SELECT dealdesk.cmd_revise_deal(gen_random_uuid(), 1, 2, :version_2, '{"reason": "mine"}');
-- DD403, seller=DD423: renews what is no draft
SELECT dealdesk.cmd_renew_draft(gen_random_uuid(), 1, 2, :version_2, '{}');
-- DD404, seller=DD423, admin=DD403: converts what was never asked for
SELECT dealdesk.cmd_convert_scoping(gen_random_uuid(), 1, 4, :version_4, '{}');
-- DD404, seller=DD423, admin=DD403: asks for scoping with a submission draft
SELECT dealdesk.cmd_ask_for_scoping(gen_random_uuid(), 1, 4, :version_4, '{"draft": :draft}');
-- DD403, admin=DD422: gives a deal to somebody who does not sell
SELECT dealdesk.cmd_transfer_deal(gen_random_uuid(), 1, 2, :version_2, '{"owner_id": :reviewer_id}');
-- DD404, admin=DD422: says something about a deal that it does not see
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 5, NULL, '{"body": " "}');
-- DD404: says something about a deal that is not there
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 999999, NULL, '{"body": "here"}');
-- DD404: says something about no deal
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, NULL, NULL, '{"body": "here"}');
-- DD404: says something about another deal's task
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 1, NULL, '{"body": "here", "approval_id": :finance_task}');
-- DD403, admin=DD412: makes itself an administrator
SELECT dealdesk.cmd_save_user(gen_random_uuid(), 1, NULL, 999, '{"id": :my_id, "username": ":me", "email": "me@example.com", "role": "admin", "is_active": true}');
-- DD403: leaves the desk without an administrator
SELECT dealdesk.cmd_save_user(gen_random_uuid(), 1, NULL, :admin_version, '{"id": :admin_id, "username": "admin", "email": "admin@example.com", "role": "seller", "is_active": true}');
-- DD403, admin=DD422: makes the server's administrator one of its own
SELECT dealdesk.cmd_save_user(gen_random_uuid(), 1, NULL, NULL, '{"id": null, "username": "postgres", "email": "p@example.com", "role": "seller", "is_active": true, "password": "SCRAM-SHA-256$4096:AAAA$AAAA:AAAA"}');
-- DD403, admin=DD422: makes a login of the tables' owner
SELECT dealdesk.cmd_save_user(gen_random_uuid(), 1, NULL, NULL, '{"id": null, "username": "dealdesk_owner", "email": "o@example.com", "role": "seller", "is_active": true, "password": "SCRAM-SHA-256$4096:AAAA$AAAA:AAAA"}');
-- DD403, admin=DD412: changes what decides who is asked
SELECT dealdesk.cmd_save_policy(gen_random_uuid(), 1, NULL, 999, '{"routing_basis": "top_incentive_cost", "client_value_factor": 0}');
-- DD403, admin=DD412: raises a limit
SELECT dealdesk.cmd_save_level(gen_random_uuid(), 1, NULL, 999, '{"code": "manager", "display_name": "Manager", "rank": 1, "limit_amount": 99999999999}');
-- DD403, admin=DD412: switches a department off
SELECT dealdesk.cmd_save_department(gen_random_uuid(), 1, NULL, 999, '{"department": "finance", "display_name": "Finance", "is_active": false, "always_required": false, "incentive_types": []}');
-- DD403, admin=DD422: adds to the catalogue
SELECT dealdesk.cmd_save_catalog_item(gen_random_uuid(), 1, NULL, NULL, '{"category_name": 1}');
-- DD403, admin=23514: adds a client
SELECT dealdesk.cmd_save_advertiser(gen_random_uuid(), 1, NULL, NULL, '{"name": " "}');
-- DD403, admin=23514: adds an agency
SELECT dealdesk.cmd_save_agency(gen_random_uuid(), 1, NULL, NULL, '{"name": " "}');
-- DD403, admin=DD422: invents a deal that was approved elsewhere
SELECT dealdesk.cmd_import(gen_random_uuid(), 1, NULL, NULL, '{"source": "prototype", "kind": "planet", "key": "1", "row": {}}');
-- DD409: uses a colleague's command id
SELECT dealdesk.cmd_comment(:colleagues_command, 1, 2, NULL, '{"body": "colleague was here"}');
-- DD409: uses a colleague's command id for something else
SELECT dealdesk.cmd_decide(:colleagues_command, 1, 2, NULL, '{"approval_id": :trading_task, "decision": "approve"}');
-- DD409: uses its own command id for other words
SELECT dealdesk.cmd_comment(:own_command, 1, 2, NULL, '{"body": "other words"}');
-- DD409: uses its own command id on another deal
SELECT dealdesk.cmd_comment(:own_command, 1, 1, NULL, '{"body": "own words"}');
-- DD409: uses its own command id for another command
SELECT dealdesk.cmd_claim(:own_command, 1, 2, NULL, '{"body": "own words"}');
-- DD426: comes with a client that was retired
SELECT dealdesk.cmd_comment(gen_random_uuid(), 0, 2, NULL, '{"body": "here"}');
-- DD426: comes with a client from the future
SELECT dealdesk.cmd_comment(gen_random_uuid(), 99, 2, NULL, '{"body": "here"}');
-- DD426: does not say which client it is
SELECT dealdesk.cmd_comment(gen_random_uuid(), NULL, 2, NULL, '{"body": "here"}');
-- DD001: keeps an old picture, to act on rights that it has lost
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '{"body": "here"}');
-- DD001: keeps an old picture, serializably
BEGIN ISOLATION LEVEL SERIALIZABLE;
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '{"body": "here"}');
-- DD001: keeps old pictures throughout
SET default_transaction_isolation = 'repeatable read';
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '{"body": "here"}');
-- 25006: writes where nothing may be written
BEGIN READ ONLY;
SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, 2, NULL, '{"body": "here"}');
