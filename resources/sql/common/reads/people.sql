SELECT id, username, display_name, email, first_name, last_name, role, department, approval_level, is_active, version FROM user_list ORDER BY display_name, id
