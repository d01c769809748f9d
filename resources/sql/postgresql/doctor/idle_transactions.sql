-- what our own sessions ask for hides the server's setting from them
SELECT 1
WHERE NOT EXISTS (SELECT 1
                  FROM pg_db_role_setting s
                  JOIN pg_database d ON d.oid = s.setdatabase AND d.datname = current_database()
                  CROSS JOIN LATERAL unnest(s.setconfig) c (setting)
                  WHERE s.setrole = 0 AND c.setting LIKE 'idle_in_transaction_session_timeout=%' AND c.setting NOT LIKE '%=0')
