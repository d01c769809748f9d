SELECT current_setting('max_prepared_transactions') WHERE current_setting('max_prepared_transactions')::integer > 0
