-- The last thing that is done: what stands here now is what should stand here. Names are written out in full, whatever this session's path.

REVOKE CREATE ON SCHEMA dealdesk, dealdesk_steps FROM dealdesk_commands, dealdesk_logins;
SET LOCAL search_path = pg_catalog, pg_temp;
DELETE FROM dealdesk.stored_objects;
INSERT INTO dealdesk.stored_objects (kind, name, fingerprint)
SELECT o.kind, o.name, o.fingerprint FROM dealdesk_steps.catalog_objects o;
