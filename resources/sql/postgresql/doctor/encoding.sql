SELECT current_setting('server_encoding') WHERE current_setting('server_encoding') <> 'UTF8'
