-- The first thing that a client asks: whether it and this database understand each other, and whom the server takes it for.

CREATE VIEW dealdesk.handshake WITH (security_invoker = true) AS
SELECT s.step,
       s.version AS schema_version,
       (SELECT l.digest FROM dealdesk.stored_logic l) AS logic_digest,
       d.min_client,
       d.max_client,
       d.maintenance,
       d.environment,
       (SELECT dealdesk.me()) AS me,
       statement_timestamp() AS server_time
FROM dealdesk.deployment d
CROSS JOIN LATERAL (SELECT v.step, v.version FROM dealdesk.schema_version v ORDER BY v.step DESC LIMIT 1) s;
