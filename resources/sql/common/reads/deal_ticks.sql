SELECT approval_id, path, is_done, ticked_by_name, ticked_at FROM revision_tick_list WHERE deal_id = ? ORDER BY approval_id, path
