-- Two functions of one name, and a call may find the other.
-- Broken by: CREATE FUNCTION dealdesk_steps.refuse(p_code text) RETURNS void LANGUAGE sql AS ''
SELECT p.pronamespace::regnamespace || '.' || p.proname FROM pg_proc p
WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
GROUP BY p.pronamespace, p.proname HAVING count(*) > 1;
