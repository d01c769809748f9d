-- What plpgsql_check finds in any function, security warnings included; trigger functions for every table that they guard. Commands all take the same,
-- whether they need it or not.
SELECT p.oid::regprocedure || coalesce(' on ' || f.of_table, '') || ', line ' || coalesce(r.lineno, 0) || ': ' || r.level || ' ' || r.message
FROM pg_proc p
JOIN pg_language l ON l.oid = p.prolang AND l.lanname = 'plpgsql'
LEFT JOIN (SELECT DISTINCT t.tgfoid, t.tgrelid::regclass AS of_table, coalesce(t.tgnewtable, t.tgoldtable) AS changed FROM pg_trigger t
    WHERE NOT t.tgisinternal) f ON f.tgfoid = p.oid
CROSS JOIN LATERAL tap.plpgsql_check_function_tb(p.oid, coalesce(f.of_table, 0), fatal_errors => false, other_warnings => true, extra_warnings => true,
    security_warnings => true,
                                                 newtable => f.changed) r
WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
  AND NOT (p.proname LIKE 'cmd\_%' AND r.message LIKE 'unused parameter %');
