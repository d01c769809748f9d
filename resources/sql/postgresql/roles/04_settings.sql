-- Whoever comes with other tools than ours and walks away within a transaction does not hold up everybody else. Our own sessions set it anew.
-- No plan is compiled: every statement here is small, and compiling takes longer than running it, up to a second where statistics are young.
DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET idle_in_transaction_session_timeout = ''60s''', current_database());
    EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'the settings of this database were left as they are';
END $$;
