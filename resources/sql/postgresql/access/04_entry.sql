-- How every command begins. Locks are taken in one order: person, command log, whom the person acts for, deal, approvals.

CREATE TYPE dealdesk_steps.entry AS (
    command_id       uuid,
    actor_id         bigint,
    actor_name       text,
    actor_role       text,
    actor_department text,
    actor_level      text,
    verb             text,
    deal_id          bigint,
    expected_version bigint,
    arguments        jsonb,
    digest           text,
    replay           jsonb -- what the command answered when it was carried out before: it then leaves with that
);

-- A snapshot that is older than the statement would decide on what is no longer so.
CREATE FUNCTION dealdesk_steps.require_fresh_snapshot() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM dealdesk_steps.refuse('isolation');
    END IF;
END $$;

-- The client and the desk have to fit each other, and the desk has to be open.
CREATE FUNCTION dealdesk_steps.require_open_desk(p_client integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_desk record;
BEGIN
    SELECT d.min_client, d.max_client, d.maintenance INTO STRICT v_desk FROM dealdesk.deployment d;
    IF v_desk.maintenance IS NOT NULL THEN
        PERFORM dealdesk_steps.refuse('maintenance', jsonb_build_object('text', v_desk.maintenance));
    END IF;
    IF p_client IS NULL OR p_client < v_desk.min_client THEN
        PERFORM dealdesk_steps.refuse('client_too_old', jsonb_build_object('minimum', v_desk.min_client, 'maximum', v_desk.max_client));
    END IF;
    IF p_client > v_desk.max_client THEN
        PERFORM dealdesk_steps.refuse('client_too_new', jsonb_build_object('minimum', v_desk.min_client, 'maximum', v_desk.max_client));
    END IF;
END $$;

-- The person, held as they are until the command is through: nobody is deactivated between this check and the commit.
CREATE FUNCTION dealdesk_steps.with_actor(e dealdesk_steps.entry) RETURNS dealdesk_steps.entry
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT u.id, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username), u.role, u.department, u.approval_level
    INTO e.actor_id, e.actor_name, e.actor_role, e.actor_department, e.actor_level
    FROM dealdesk.users u
    WHERE lower(u.username) = lower(session_user::text COLLATE "C") AND u.username = session_user::text COLLATE "C" AND u.is_active
    FOR SHARE;
    IF NOT FOUND THEN
        PERFORM dealdesk_steps.refuse('account_inactive');
    END IF;
    RETURN e;
END $$;

-- Takes the command's id. A twin that is under way is waited for; one that was carried out gives its result.
CREATE FUNCTION dealdesk_steps.with_command(e dealdesk_steps.entry) RETURNS dealdesk_steps.entry
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_first dealdesk.command_log;
BEGIN
    INSERT INTO dealdesk.command_log (command_id, actor_id, verb, deal_id, digest)
    VALUES (e.command_id, e.actor_id, e.verb, e.deal_id, e.digest)
    ON CONFLICT (command_id) DO NOTHING;
    IF FOUND THEN
        RETURN e;
    END IF;
    SELECT * INTO STRICT v_first FROM dealdesk.command_log l WHERE l.command_id = e.command_id;
    IF v_first.actor_id <> e.actor_id OR v_first.verb <> e.verb OR v_first.digest <> e.digest
       OR (e.deal_id IS NOT NULL AND v_first.deal_id IS DISTINCT FROM e.deal_id) THEN
        PERFORM dealdesk_steps.refuse('command_reused');
    END IF;
    e.replay := v_first.result;
    RETURN e;
END $$;

-- A deal that is not visible to somebody is not there. Comments, tasks and points do not depend on what the draft says; a decision depends on what was frozen.
-- The lock leaves rows alone that only refer to the deal, such as the lines about a leaver's tasks.
CREATE FUNCTION dealdesk_steps.require_deal(e dealdesk_steps.entry) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_deal record;
BEGIN
    SELECT d.version, d.status INTO v_deal
    FROM dealdesk.deals d
    WHERE d.id = e.deal_id AND (d.visible_since IS NOT NULL OR d.owner_id = e.actor_id OR e.actor_role = 'admin')
    FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM dealdesk_steps.refuse('not_found');
    END IF;
    IF v_deal.version IS DISTINCT FROM e.expected_version AND e.verb NOT IN ('decide', 'claim', 'release', 'assign', 'comment', 'rescind', 'tick_point') THEN
        PERFORM dealdesk_steps.refuse('stale', jsonb_build_object('version', v_deal.version, 'status', v_deal.status));
    END IF;
END $$;

-- Whom the person acts for, and what was delegated, held like the person: neither ends between the check and the commit.
CREATE FUNCTION dealdesk_steps.hold_delegation(e dealdesk_steps.entry) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_delegator bigint := dealdesk_steps.number_of(e.arguments, 'on_behalf_of');
BEGIN
    IF v_delegator IS NOT NULL THEN
        PERFORM 1 FROM dealdesk.users u WHERE u.id = v_delegator FOR SHARE;
        PERFORM 1 FROM dealdesk.delegations g WHERE g.delegator_id = v_delegator AND g.delegate_id = e.actor_id ORDER BY g.id FOR SHARE;
    END IF;
END $$;

CREATE FUNCTION dealdesk_steps.enter(p_command uuid, p_client integer, p_verb text, p_deal bigint, p_version bigint, p_arguments text)
RETURNS dealdesk_steps.entry
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e dealdesk_steps.entry;
BEGIN
    PERFORM dealdesk_steps.require_fresh_snapshot();
    IF p_command IS NULL OR p_arguments IS NULL THEN
        PERFORM dealdesk_steps.refuse('invalid');
    END IF;
    e.command_id := p_command;
    e.verb := p_verb;
    e.deal_id := p_deal;
    e.expected_version := p_version;
    e.digest := encode(sha256(convert_to(p_arguments, 'UTF8')), 'hex');
    e := dealdesk_steps.with_actor(e);
    e := dealdesk_steps.with_command(e);
    IF e.replay IS NOT NULL THEN
        RETURN e;
    END IF;
    -- only now: what was carried out before is told even while the desk is closed, or the asker would take it for lost
    PERFORM dealdesk_steps.require_open_desk(p_client);
    e.arguments := dealdesk_steps.parsed(p_arguments);
    PERFORM dealdesk_steps.hold_delegation(e);
    IF e.deal_id IS NOT NULL THEN
        PERFORM dealdesk_steps.require_deal(e);
    END IF;
    RETURN e;
END $$;
