SELECT content FROM deal_content WHERE deal_id = ?
