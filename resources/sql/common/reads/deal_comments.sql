SELECT id, approval_id, author_name, body, created_at FROM deal_comment_list WHERE deal_id = ? ORDER BY id
