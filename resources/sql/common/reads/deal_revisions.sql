SELECT revision_number, content, plan, submitted_by_name, submitted_at FROM deal_revision_list WHERE deal_id = ? ORDER BY revision_number
