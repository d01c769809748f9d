SELECT d.datname
FROM pg_database d
CROSS JOIN LATERAL aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x
WHERE d.datallowconn AND d.datname <> current_database() AND x.grantee = 0 AND x.privilege_type = 'CONNECT'
ORDER BY 1
