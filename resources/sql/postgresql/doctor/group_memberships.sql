-- whatever dealdesk_user or the commands are members of, everybody is
SELECT m.member::regrole::text, m.roleid::regrole::text
FROM pg_auth_members m
WHERE m.member IN ('dealdesk_user'::regrole, 'dealdesk_commands'::regrole, 'dealdesk_owner'::regrole)
ORDER BY 1, 2
