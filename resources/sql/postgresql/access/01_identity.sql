-- Who is asking. The login is the identity: session_user is what the server authenticated, and neither SET ROLE nor a setting changes it.
-- current_user would not do, because within a command it is the command's owner. PL/pgSQL and not SQL, because it keeps its plan: every read
-- asks this, and it is four times as fast.

-- The active person whose login this is; null: nobody. Both comparisons, because the first has an index and the second is the rule.
CREATE FUNCTION dealdesk.me() RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT u.id
            FROM dealdesk.users u
            WHERE lower(u.username) = lower(session_user::text COLLATE "C") AND u.username = session_user::text COLLATE "C" AND u.is_active);
END $$;

-- Whether this person sees drafts of others as well.
CREATE FUNCTION dealdesk.sees_all() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1
                   FROM dealdesk.users u
                   WHERE lower(u.username) = lower(session_user::text COLLATE "C") AND u.username = session_user::text COLLATE "C" AND u.is_active
                     AND u.role = 'admin');
END $$;
