SELECT current_setting('ssl_min_protocol_version')
WHERE current_setting('ssl')::boolean AND current_setting('ssl_min_protocol_version') IN ('', 'TLSv1', 'TLSv1.1')
