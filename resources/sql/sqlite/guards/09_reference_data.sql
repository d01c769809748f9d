-- Whatever changes the routing moves the policy's version, so that a plan made before is refused. People are never deleted.

CREATE TRIGGER approval_levels_inserted AFTER INSERT ON approval_levels
BEGIN
    UPDATE policy SET version = version + 1, updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
END;

CREATE TRIGGER approval_levels_updated AFTER UPDATE ON approval_levels
BEGIN
    UPDATE policy SET version = version + 1, updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
END;

CREATE TRIGGER approval_departments_inserted AFTER INSERT ON approval_departments
BEGIN
    UPDATE policy SET version = version + 1, updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
END;

CREATE TRIGGER approval_departments_updated AFTER UPDATE ON approval_departments
BEGIN
    UPDATE policy SET version = version + 1, updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
END;

CREATE TRIGGER policy_version BEFORE UPDATE ON policy
WHEN NEW.version <= OLD.version
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:stale');
END;

CREATE TRIGGER users_no_delete BEFORE DELETE ON users
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER users_unique BEFORE INSERT ON users
WHEN EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.id OR u.username = NEW.username OR u.email = NEW.email)
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:duplicate');
END;

CREATE TRIGGER users_identity BEFORE UPDATE ON users
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden') WHERE NEW.id IS NOT OLD.id;
    SELECT RAISE(ABORT, 'dealdesk:duplicate')
    WHERE EXISTS (SELECT 1 FROM users u WHERE u.id <> OLD.id AND (u.username = NEW.username OR u.email = NEW.email));
END;

CREATE TRIGGER approval_levels_no_delete BEFORE DELETE ON approval_levels
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER approval_departments_no_delete BEFORE DELETE ON approval_departments
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;
