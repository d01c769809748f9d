SELECT s.slot_name FROM pg_replication_slots s WHERE NOT s.active ORDER BY 1
