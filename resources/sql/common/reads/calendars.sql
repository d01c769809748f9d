SELECT id, name, time_zone, work_days, opens_at, cutoff_at, closes_at, is_default, regions, worked_out_until, version FROM calendar_list
