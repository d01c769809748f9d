SELECT 1 WHERE NOT current_setting('ssl')::boolean
