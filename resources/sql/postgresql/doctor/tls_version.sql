SELECT s.version FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid() AND s.ssl AND s.version IN ('TLSv1', 'TLSv1.1', 'SSLv3')
