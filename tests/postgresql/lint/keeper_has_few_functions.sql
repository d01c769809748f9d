-- Whoever owns a function with CREATEROLE behind it is looked at by name.
-- Broken by: ALTER FUNCTION dealdesk_steps.refuse(text, jsonb) OWNER TO dealdesk_logins
SELECT p.oid::regprocedure FROM pg_proc p
WHERE p.proowner = 'dealdesk_logins'::regrole
  AND p.oid::regprocedure::text NOT IN ('dealdesk_steps.login_kind(text)', 'dealdesk_steps.require_ordinary_login(text)', 'dealdesk_steps.require_verifier(text)',
      'dealdesk_steps.open_login(text,text)', 'dealdesk_steps.set_login_verifier(text,text)', 'dealdesk_steps.switch_login(text,boolean)',
      'dealdesk_steps.rename_login(text,text)', 'dealdesk_steps.end_sessions(text)');
