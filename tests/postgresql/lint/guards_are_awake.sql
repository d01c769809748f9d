-- A trigger that is switched off, or of somebody else.
-- Broken by: ALTER TABLE dealdesk.deals DISABLE TRIGGER deals_identity
-- Broken by: CREATE TRIGGER other BEFORE INSERT ON dealdesk.deals FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()
SELECT t.tgrelid::regclass || ' ' || t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE c.relnamespace = 'dealdesk'::regnamespace AND NOT t.tgisinternal
  AND (t.tgenabled <> 'O' OR p.pronamespace <> 'dealdesk_steps'::regnamespace OR p.proowner <> 'dealdesk_owner'::regrole);
