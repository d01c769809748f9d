SELECT s.name, s.setting
FROM pg_settings s
WHERE (s.name = 'log_statement' AND s.setting IN ('all', 'mod'))
   OR (s.name = 'log_min_duration_statement' AND s.setting::integer BETWEEN 0 AND 1000)
   OR (s.name = 'log_parameter_max_length_on_error' AND s.setting::integer <> 0)
ORDER BY 1
