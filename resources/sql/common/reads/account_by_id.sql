SELECT id, username, display_name, role, department, approval_level, approval_rank, is_active, must_change_password, password FROM accounts WHERE id = ?
