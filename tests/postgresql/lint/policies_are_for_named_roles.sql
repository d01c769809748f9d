-- People only read; who writes is named.
-- Broken by: CREATE POLICY other ON dealdesk.deals FOR SELECT USING (true)
-- Broken by: CREATE POLICY other ON dealdesk.deals FOR UPDATE TO dealdesk_user USING (true)
-- Broken by: CREATE POLICY other ON dealdesk.deals TO dealdesk_logins USING (true)
SELECT p.polrelid::regclass || ' ' || p.polname FROM pg_policy p
WHERE NOT (p.polpermissive AND p.polroles IN (ARRAY['dealdesk_user'::regrole::oid], ARRAY['dealdesk_commands'::regrole::oid], ARRAY['dealdesk_owner'::regrole::oid]))
   OR ('dealdesk_user'::regrole = ANY (p.polroles) AND (p.polcmd <> 'r' OR p.polname <> 'people'));
