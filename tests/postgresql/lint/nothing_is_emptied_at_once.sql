-- TRUNCATE fires no other trigger. The feed is no record.
-- Broken by: DROP TRIGGER no_truncate ON dealdesk.deals
-- Broken by: ALTER TABLE dealdesk.deals DISABLE TRIGGER no_truncate
SELECT c.oid::regclass FROM pg_class c
WHERE c.relkind = 'r' AND c.relnamespace = 'dealdesk'::regnamespace AND c.relname <> 'change_feed'
  AND NOT EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'no_truncate' AND t.tgenabled = 'O'
      AND t.tgfoid = 'dealdesk_steps.guard_never'::regproc);
