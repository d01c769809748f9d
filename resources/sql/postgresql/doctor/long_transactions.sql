SELECT a.usename, a.pid, (extract(epoch FROM clock_timestamp() - a.xact_start) / 60)::integer
FROM pg_stat_activity a
WHERE a.datname = current_database() AND a.xact_start < clock_timestamp() - interval '5 minutes' AND a.pid <> pg_backend_pid()
ORDER BY 3 DESC
