SELECT count(*) FROM dealdesk.change_feed HAVING count(*) > 100000
