SELECT d.datname,
       string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type)
FROM pg_database d
CROSS JOIN LATERAL aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x
WHERE d.datallowconn AND x.grantee = 0 AND d.datname = current_database()
GROUP BY d.datname
