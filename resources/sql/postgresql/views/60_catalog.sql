-- Everything of ours in the server's catalogue with a fingerprint of what it says and who may use it. Kept in stored_objects when the stored
-- logic is loaded. Rights that nobody ever changed are the default ones, as after a restore. An interval that is written out in a
-- view is told in the style of the session that asks, and is another text in another's: views make theirs with make_interval.
CREATE VIEW dealdesk_steps.catalog_objects WITH (security_invoker = true) AS
SELECT o.kind, o.name, md5(o.says) AS fingerprint
FROM (SELECT 'server' AS kind, 'version' AS name, (current_setting('server_version_num')::integer / 10000)::text AS says
      UNION ALL
      SELECT 'schema', n.nspname, concat_ws(' ', n.nspowner::regrole,
                                          array(SELECT x::text FROM unnest(coalesce(n.nspacl, acldefault('n', n.nspowner))) x ORDER BY x::text COLLATE "C"))
      FROM pg_namespace n
      WHERE n.nspname IN ('dealdesk', 'dealdesk_steps')
      UNION ALL
      SELECT 'function', p.oid::regprocedure::text, concat_ws(' ', pg_get_functiondef(p.oid), p.proowner::regrole,
                                                            array(SELECT x::text FROM unnest(coalesce(p.proacl, acldefault('f', p.proowner))) x ORDER BY x::text COLLATE "C"))
      FROM pg_proc p
      WHERE p.pronamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND p.prokind = 'f'
      UNION ALL
      SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'r' THEN 'table' ELSE 'sequence' END, c.oid::regclass::text,
             concat_ws(' ', c.relowner::regrole,
                       array(SELECT x::text FROM unnest(coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r'::"char" END,
                                                                                      c.relowner))) x ORDER BY x::text COLLATE "C"),
                       c.reloptions, c.relrowsecurity, c.relforcerowsecurity,
                       CASE c.relkind WHEN 'v' THEN pg_get_viewdef(c.oid) END)
      FROM pg_class c
      WHERE c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace) AND c.relkind IN ('r', 'v', 'S')
      UNION ALL
      SELECT 'column', format('%s.%I', c.oid::regclass, a.attname),
             concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
                       array(SELECT x::text FROM unnest(a.attacl) x ORDER BY x::text COLLATE "C"),
                       pg_get_expr(d.adbin, d.adrelid))
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relnamespace = 'dealdesk'::regnamespace AND c.relkind = 'r'
      UNION ALL
      SELECT 'constraint', format('%I on %s', k.conname, k.conrelid::regclass), concat_ws(' ', pg_get_constraintdef(k.oid), k.convalidated)
      FROM pg_constraint k
      WHERE k.connamespace = 'dealdesk'::regnamespace AND k.conrelid <> 0
      UNION ALL
      SELECT 'index', i.indexrelid::regclass::text, concat_ws(' ', pg_get_indexdef(i.indexrelid), i.indisvalid)
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      WHERE c.relnamespace = 'dealdesk'::regnamespace
      UNION ALL
      SELECT 'trigger', format('%I on %s', t.tgname, t.tgrelid::regclass), concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled)
      FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'dealdesk'::regnamespace AND NOT t.tgisinternal
      UNION ALL
      SELECT 'policy', format('%I on %s', p.polname, p.polrelid::regclass),
             concat_ws(' ', p.polpermissive, p.polcmd, (SELECT string_agg(r.role::regrole::text, ',' ORDER BY r.role::regrole::text COLLATE "C")
                                                         FROM unnest(p.polroles) r (role)),
                       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
      FROM pg_policy p
      JOIN pg_class c ON c.oid = p.polrelid
      WHERE c.relnamespace = 'dealdesk'::regnamespace) o;
