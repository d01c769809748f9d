SELECT id, approval_id, author_name, body, created_at FROM deal_comments WHERE deal_id = ? ORDER BY id
