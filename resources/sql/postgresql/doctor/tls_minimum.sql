-- seen by members of pg_read_all_settings only
SELECT s.setting
FROM pg_settings s
WHERE s.name = 'ssl_min_protocol_version' AND s.setting IN ('', 'TLSv1', 'TLSv1.1') AND current_setting('ssl')::boolean
