SELECT count(*) FROM inbox WHERE user_id = ? AND is_own_level
