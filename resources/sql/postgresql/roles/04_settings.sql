-- Whoever comes with other tools than ours and walks away within a transaction does not hold up everybody else. Our own sessions set it anew.
DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET idle_in_transaction_session_timeout = ''60s''', current_database());
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'the settings of this database were left as they are';
END $$;
