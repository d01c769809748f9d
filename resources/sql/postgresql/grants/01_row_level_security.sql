-- Which rows. Row-level security is forced, so that it binds the tables' owner as well; the owner and the commands say in policies of their own
-- that they see everything. People see what the policies named `people` let them see. Identity stands in a sub-select throughout: it is then asked
-- once per statement and not once per row.

DO $$
DECLARE
    v_table regclass;
    v_policy text;
BEGIN
    FOR v_table IN
        SELECT c.oid FROM pg_catalog.pg_class c WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relkind = 'r' ORDER BY c.relname
    LOOP
        FOR v_policy IN SELECT p.polname FROM pg_catalog.pg_policy p WHERE p.polrelid = v_table LOOP
            EXECUTE format('DROP POLICY %I ON %s', v_policy, v_table);
        END LOOP;
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY owner ON %s TO dealdesk_owner USING (true) WITH CHECK (true)', v_table);
        EXECUTE format('CREATE POLICY commands ON %s TO dealdesk_commands USING (true) WITH CHECK (true)', v_table);
    END LOOP;
END $$;

-- A deal is its owner's until it was submitted or scoped; then everybody's.
CREATE POLICY people ON dealdesk.deals FOR SELECT TO dealdesk_user
USING ((SELECT dealdesk.me()) IS NOT NULL
       AND (visible_since IS NOT NULL OR owner_id = (SELECT dealdesk.me()) OR (SELECT dealdesk.sees_all())));

-- What belongs to a deal is seen by whoever sees the deal: the sub-select is under the policy above. It asks for the id, and not whether one
-- EXISTS: that the planner would answer from a list of all deals that it makes first, even for the fifty rows of a page.
CREATE POLICY people ON dealdesk.deal_editors FOR SELECT TO dealdesk_user
USING ((SELECT d.id FROM dealdesk.deals d WHERE d.id = deal_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.deal_tiers FOR SELECT TO dealdesk_user
USING ((SELECT d.id FROM dealdesk.deals d WHERE d.id = deal_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.tier_incentives FOR SELECT TO dealdesk_user
USING ((SELECT t.id FROM dealdesk.deal_tiers t WHERE t.id = tier_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.deal_revisions FOR SELECT TO dealdesk_user
USING ((SELECT d.id FROM dealdesk.deals d WHERE d.id = deal_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.deal_approvals FOR SELECT TO dealdesk_user
USING ((SELECT d.id FROM dealdesk.deals d WHERE d.id = deal_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.approval_actions FOR SELECT TO dealdesk_user
USING ((SELECT d.id FROM dealdesk.deals d WHERE d.id = deal_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.deal_status_history FOR SELECT TO dealdesk_user
USING ((SELECT d.id FROM dealdesk.deals d WHERE d.id = deal_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.deal_comments FOR SELECT TO dealdesk_user
USING ((SELECT d.id FROM dealdesk.deals d WHERE d.id = deal_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.approval_clock_steps FOR SELECT TO dealdesk_user
USING ((SELECT d.id FROM dealdesk.deals d WHERE d.id = deal_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.reapproval_steps FOR SELECT TO dealdesk_user
USING ((SELECT d.id FROM dealdesk.deals d WHERE d.id = deal_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.revision_ticks FOR SELECT TO dealdesk_user
USING ((SELECT a.id FROM dealdesk.deal_approvals a WHERE a.id = approval_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.deal_search_texts FOR SELECT TO dealdesk_user
USING ((SELECT d.id FROM dealdesk.deals d WHERE d.id = deal_id) IS NOT NULL);
CREATE POLICY people ON dealdesk.deal_search_starts FOR SELECT TO dealdesk_user
USING ((SELECT d.id FROM dealdesk.deals d WHERE d.id = deal_id) IS NOT NULL);

-- Nobody is told that a draft of somebody else changes.
CREATE POLICY people ON dealdesk.change_feed FOR SELECT TO dealdesk_user
USING ((SELECT dealdesk.me()) IS NOT NULL AND (topic <> 'deal' OR EXISTS (SELECT 1 FROM dealdesk.deals d WHERE d.id = deal_id)));

-- Colleagues and reference data: everybody who may be here at all.
CREATE POLICY people ON dealdesk.users FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.approval_levels FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.approval_departments FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.incentive_catalog FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.policy FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.advertisers FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.agencies FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.status_transitions FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.delegations FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.calendars FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.calendar_regions FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.calendar_holidays FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);
CREATE POLICY people ON dealdesk.calendar_days FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.me()) IS NOT NULL);

-- What somebody has read is their own business.
CREATE POLICY people ON dealdesk.notice_marks FOR SELECT TO dealdesk_user USING (user_id = (SELECT dealdesk.me()));

-- Old data is an administrator's business.
CREATE POLICY people ON dealdesk.import_sources FOR SELECT TO dealdesk_user USING ((SELECT dealdesk.sees_all()));

-- What a client asks before it knows whether it may be here.
CREATE POLICY people ON dealdesk.deployment FOR SELECT TO dealdesk_user USING (true);
CREATE POLICY people ON dealdesk.schema_version FOR SELECT TO dealdesk_user USING (true);
CREATE POLICY people ON dealdesk.stored_logic FOR SELECT TO dealdesk_user USING (true);
