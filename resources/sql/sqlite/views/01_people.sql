-- People as everything else names them. `people` has no e-mail and no verifier: it is what the other views join.

CREATE VIEW people AS
SELECT u.id,
       u.username,
       coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username) AS display_name,
       u.role,
       u.department,
       u.approval_level,
       coalesce((SELECT l.rank FROM approval_levels l WHERE l.code = u.approval_level), -1) AS approval_rank,
       u.is_active
FROM users u;

CREATE VIEW accounts AS
SELECT u.id,
       u.username,
       u.password,
       u.role,
       u.department,
       u.approval_level,
       p.approval_rank,
       u.first_name,
       u.last_name,
       p.display_name,
       u.is_active,
       u.must_change_password
FROM users u
JOIN people p ON p.id = u.id;

CREATE VIEW user_list AS
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
FROM users u
JOIN people p ON p.id = u.id;
