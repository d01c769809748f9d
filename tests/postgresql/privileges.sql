-- Who has which right on what, of every role, object and right that there is: a line per role, right and kind of object. An owner has all rights on
-- what is its own; those are left out. The last line says how many questions were asked.
WITH roles (name) AS (
    VALUES ('dealdesk_user'), ('dealdesk_commands'), ('dealdesk_logins'), ('dealdesk_owner'), ('sally'), ('outsider')),
relations AS (
    SELECT c.oid, c.relname, c.relowner, CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view of ' || c.relnamespace::regnamespace ELSE 'sequence' END AS kind
    FROM pg_class c
    WHERE c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND c.relkind IN ('r', 'v', 'S')),
matrix (role, privilege, kind, object, owner, is_granted) AS (
    SELECT r.name, p.name, t.kind, t.relname::text, t.relowner, has_table_privilege(r.name, t.oid, p.name)
    FROM roles r
    CROSS JOIN relations t
    CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p (name)
    WHERE t.kind <> 'sequence'
    UNION ALL
    -- columns, where the right is not there for all of them
    SELECT r.name, p.name, 'columns of ' || t.relname, a.attname::text, t.relowner,
           has_column_privilege(r.name, t.oid, a.attnum, p.name) AND NOT has_table_privilege(r.name, t.oid, p.name)
    FROM roles r
    CROSS JOIN relations t
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) p (name)
    WHERE t.kind = 'table'
    UNION ALL
    SELECT r.name, p.name, 'sequence', t.relname::text, t.relowner, has_sequence_privilege(r.name, t.oid, p.name)
    FROM roles r CROSS JOIN relations t CROSS JOIN unnest(ARRAY['USAGE', 'SELECT', 'UPDATE']) p (name)
    WHERE t.kind = 'sequence'
    UNION ALL
    SELECT r.name, 'EXECUTE', 'function of ' || f.pronamespace::regnamespace, f.proname::text, f.proowner, has_function_privilege(r.name, f.oid, 'EXECUTE')
    FROM roles r
    CROSS JOIN pg_proc f
    WHERE f.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace)
    UNION ALL
    -- of PostgreSQL's own, those that leave the database, write past the tables, or touch the sessions of others
    SELECT r.name, 'EXECUTE', 'function of pg_catalog', f.proname::text, 0, bool_or(has_function_privilege(r.name, f.oid, 'EXECUTE'))
    FROM roles r
    CROSS JOIN pg_proc f
    WHERE f.pronamespace = 'pg_catalog'::regnamespace
      AND f.proname ~ ('^(lo_(creat|create|from_bytea|put|open|unlink|import|export)|lowrite|pg_stat_reset.*|pg_(read_file|read_binary_file|ls_dir|stat_file|'
                       || 'reload_conf|rotate_logfile|switch_wal|promote|create_restore_point|create_(physical|logical)_replication_slot|'
                       || 'logical_emit_message|hba_file_rules|export_snapshot|terminate_backend|cancel_backend))$')
    GROUP BY r.name, f.proname
    UNION ALL
    SELECT r.name, p.name, 'schema', n.nspname::text, n.nspowner, has_schema_privilege(r.name, n.oid, p.name)
    FROM roles r CROSS JOIN pg_namespace n CROSS JOIN unnest(ARRAY['USAGE', 'CREATE']) p (name)
    WHERE n.nspname IN ('dealdesk', 'dealdesk_steps', 'public')
    UNION ALL
    SELECT r.name, p.name, 'database', 'this one', d.datdba, has_database_privilege(r.name, d.oid, p.name)
    FROM roles r CROSS JOIN pg_database d CROSS JOIN unnest(ARRAY['CONNECT', 'CREATE', 'TEMPORARY']) p (name)
    WHERE d.datname = current_database()
    UNION ALL
    SELECT r.name, 'USAGE', 'language', l.lanname::text, l.lanowner, has_language_privilege(r.name, l.oid, 'USAGE')
    FROM roles r CROSS JOIN pg_language l
    WHERE l.lanpltrusted
    UNION ALL
    SELECT r.name, 'USAGE', 'type of ' || t.typnamespace::regnamespace, t.typname::text, t.typowner, has_type_privilege(r.name, t.oid, 'USAGE')
    FROM roles r CROSS JOIN pg_type t
    WHERE t.typnamespace = 'dealdesk_steps'::regnamespace AND t.typtype = 'c' AND t.typrelid IN (SELECT c.oid FROM pg_class c WHERE c.relkind = 'c')
    UNION ALL
    SELECT r.name, 'CREATE', 'tablespace', s.spcname::text, s.spcowner, has_tablespace_privilege(r.name, s.oid, 'CREATE')
    FROM roles r CROSS JOIN pg_tablespace s
    UNION ALL
    SELECT r.name, 'MEMBER', 'role', o.rolname::text, 0, pg_has_role(r.name, o.oid, 'MEMBER')
    FROM roles r JOIN pg_roles o ON o.rolname <> r.name),
granted AS (
    SELECT m.role, m.privilege, m.kind, string_agg(m.object, ' ' ORDER BY m.object COLLATE "C") FILTER (WHERE m.is_granted) AS objects,
        bool_and(m.is_granted) AS is_all, count(*) AS asked
    FROM matrix m
    WHERE m.owner <> m.role::regrole
    GROUP BY m.role, m.privilege, m.kind)
SELECT line
FROM (SELECT g.role || ': ' || g.privilege || ' ' || g.kind || ': ' || CASE WHEN g.is_all AND g.asked > 3 THEN '(all)' ELSE g.objects END
      FROM granted g
      WHERE g.objects IS NOT NULL
      UNION ALL
      SELECT '~ ' || sum(g.asked) FROM granted g) s (line)
ORDER BY line COLLATE "C";
