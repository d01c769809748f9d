SELECT a.usename, count(*)
FROM pg_stat_ssl s
JOIN pg_stat_activity a ON a.pid = s.pid
WHERE NOT s.ssl AND a.client_addr IS NOT NULL AND a.datname = current_database() AND NOT a.client_addr <<= '127.0.0.0/8' AND a.client_addr <> '::1'
GROUP BY a.usename ORDER BY a.usename
