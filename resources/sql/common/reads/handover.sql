SELECT (SELECT count(*) FROM approval_list WHERE assigned_to = ? AND status = 'pending'),
       (SELECT count(*) FROM deal_list WHERE owner_id = ? AND status NOT IN ('signed', 'lost', 'converted'))
