SELECT code, display_name, rank, limit_amount, version FROM level_list ORDER BY rank
