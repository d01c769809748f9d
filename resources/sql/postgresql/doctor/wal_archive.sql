SELECT 1
WHERE current_setting('archive_mode') = 'off' AND NOT EXISTS (SELECT 1 FROM pg_stat_replication)
  AND NOT EXISTS (SELECT 1 FROM pg_replication_slots)
