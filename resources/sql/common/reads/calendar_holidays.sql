SELECT calendar_id, day, name FROM calendar_holidays ORDER BY calendar_id, day
