-- People as everything else names them. `people` has no e-mail: it is what the other views join.

CREATE VIEW dealdesk.people WITH (security_invoker = true) AS
SELECT u.id,
       u.username,
       coalesce(nullif(btrim(u.first_name || ' ' || u.last_name), ''), u.username) AS display_name,
       u.role,
       u.department,
       u.approval_level,
       coalesce((SELECT l.rank FROM dealdesk.approval_levels l WHERE l.code = u.approval_level), -1) AS approval_rank,
       u.is_active
FROM dealdesk.users u;

-- A person's password is the server's business, so nobody's verifier is here.
CREATE VIEW dealdesk.accounts WITH (security_invoker = true) AS
SELECT u.id,
       u.username,
       ''::text AS password,
       u.role,
       u.department,
       u.approval_level,
       p.approval_rank,
       u.first_name,
       u.last_name,
       p.display_name,
       u.is_active,
       u.must_change_password
FROM dealdesk.users u
JOIN dealdesk.people p ON p.id = u.id;

CREATE VIEW dealdesk.user_list WITH (security_invoker = true) AS
SELECT u.id,
       u.username,
       p.display_name,
       u.email,
       u.first_name,
       u.last_name,
       u.role,
       u.department,
       u.approval_level,
       p.approval_rank,
       u.is_active,
       u.must_change_password,
       u.version,
       u.created_at,
       u.updated_at
FROM dealdesk.users u
JOIN dealdesk.people p ON p.id = u.id;
