SELECT current_setting('synchronous_standby_names')
WHERE current_setting('synchronous_standby_names') <> '' AND NOT EXISTS (SELECT 1 FROM pg_stat_replication)
