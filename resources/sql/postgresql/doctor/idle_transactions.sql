SELECT 1 FROM pg_settings s WHERE s.name = 'idle_in_transaction_session_timeout' AND s.reset_val = '0' AND s.boot_val = '0' AND s.setting = '0'
