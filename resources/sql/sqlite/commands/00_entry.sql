-- What every command begins and ends with. The views hold nothing: they are the argument lists of shared steps.

-- Refuses a reused id, an inactive actor, malformed arguments, a deal that is not there or not the version that was on the screen. A command
-- that was carried out before passes: the caller then leaves by itself, see any command.
CREATE VIEW command_entry AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS verb, NULL AS deal_id, NULL AS expected_version, NULL AS digest, NULL AS arguments
WHERE 0;

CREATE TRIGGER command_entry_run INSTEAD OF INSERT ON command_entry
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:command_reused')
    FROM command_log l
    WHERE l.command_id = NEW.command_id
      AND (l.actor_id IS NOT NEW.actor_id OR l.verb IS NOT NEW.verb OR l.digest IS NOT NEW.digest
           OR (NEW.deal_id IS NOT NULL AND l.deal_id IS NOT NEW.deal_id));
    SELECT RAISE(IGNORE) FROM command_log l WHERE l.command_id = NEW.command_id;

    SELECT RAISE(ABORT, 'dealdesk:invalid')
    WHERE trim(coalesce(NEW.command_id, '')) = '' OR NEW.digest IS NULL
       OR (SELECT t.type FROM json_tree(NEW.arguments) t LIMIT 1) IS NOT 'object';
    SELECT RAISE(ABORT, 'dealdesk:account_inactive')
    WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.actor_id AND u.is_active);
    -- a deal that is not visible to somebody is not there
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE NEW.deal_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM deals d JOIN users u ON u.id = NEW.actor_id
                      WHERE d.id = NEW.deal_id AND (d.visible_since IS NOT NULL OR d.owner_id = u.id OR u.role = 'admin'));
    -- comments, tasks and points do not depend on what the draft says; a decision depends on what was frozen, see decide.sql
    SELECT RAISE(ABORT, 'dealdesk:stale')
    FROM deals d
    WHERE d.id = NEW.deal_id AND d.version IS NOT NEW.expected_version AND NEW.verb NOT IN ('decide', 'claim', 'release', 'assign', 'comment', 'rescind', 'tick_point');
END;

-- The result of a deal command: its state now, a new deal's id and number where it made one, and members of the command's own.
CREATE VIEW command_result AS
SELECT NULL AS command_id, NULL AS actor_id, NULL AS verb, NULL AS deal_id, NULL AS digest, NULL AS new_deal_id, NULL AS extra
WHERE 0;

CREATE TRIGGER command_result_run INSTEAD OF INSERT ON command_result
BEGIN
    INSERT INTO command_log (command_id, actor_id, verb, deal_id, digest, result)
    SELECT NEW.command_id, NEW.actor_id, NEW.verb, NEW.deal_id, NEW.digest,
           printf('{"deal_id":%d,"version":%d,"status":"%s","reference_number":"%s"', d.id, d.version, d.status, n.reference_number)
           || coalesce(',"new_deal_id":' || NEW.new_deal_id, '') || coalesce(',' || NEW.extra, '') || '}'
    FROM deals d
    JOIN deals n ON n.id = coalesce(NEW.new_deal_id, d.id)
    WHERE d.id = NEW.deal_id;
END;

-- Most commands on a deal are its owner's.
CREATE VIEW owner_entry AS
SELECT NULL AS actor_id, NULL AS deal_id
WHERE 0;

CREATE TRIGGER owner_entry_run INSTEAD OF INSERT ON owner_entry
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:not_found') WHERE NEW.deal_id IS NULL;
    SELECT RAISE(ABORT, 'dealdesk:forbidden') FROM deals d WHERE d.id = NEW.deal_id AND d.owner_id <> NEW.actor_id;
END;

CREATE VIEW admin_entry AS
SELECT NULL AS actor_id
WHERE 0;

CREATE TRIGGER admin_entry_run INSTEAD OF INSERT ON admin_entry
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.actor_id AND u.role = 'admin' AND u.is_active);
END;

-- Commands on a task: it is one of the deal's, and open.
CREATE VIEW task_entry AS
SELECT NULL AS deal_id, NULL AS approval_id
WHERE 0;

CREATE TRIGGER task_entry_run INSTEAD OF INSERT ON task_entry
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:not_found')
    WHERE NOT EXISTS (SELECT 1 FROM deal_approvals a WHERE a.id = NEW.approval_id AND a.deal_id = NEW.deal_id);
    SELECT RAISE(ABORT, 'dealdesk:already_decided') FROM deal_approvals a WHERE a.id = NEW.approval_id AND a.status <> 'pending';
END;

-- Somebody takes or is given a task: they may decide it, by themselves or for another.
CREATE VIEW candidate_entry AS
SELECT NULL AS approval_id, NULL AS user_id
WHERE 0;

CREATE TRIGGER candidate_entry_run INSTEAD OF INSERT ON candidate_entry
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden')
    WHERE NOT EXISTS (SELECT 1 FROM approval_authority c WHERE c.approval_id = NEW.approval_id AND c.user_id = NEW.user_id);
    SELECT RAISE(ABORT, 'dealdesk:separation_of_duties')
    WHERE NOT EXISTS (SELECT 1 FROM approval_candidates c WHERE c.approval_id = NEW.approval_id AND c.user_id = NEW.user_id);
END;
