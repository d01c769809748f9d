SELECT host(inet_server_addr()) FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid() AND NOT s.ssl AND inet_server_addr() IS NOT NULL
