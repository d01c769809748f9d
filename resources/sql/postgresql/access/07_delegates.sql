-- The delegation under which somebody may decide a task: from whoever holds it, else the first; null: none. What `delegated_candidates` says,
-- for reads that ask it row by row: it keeps its plan, which would have to be made with each inbox otherwise, and runs only where there are
-- delegations at all. A login that is nobody's is told nothing.
CREATE FUNCTION dealdesk.delegation_for(p_approval bigint, p_user bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF dealdesk.me() IS NULL AND NOT pg_has_role(session_user, 'dealdesk_owner', 'MEMBER') THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT c.delegation_id
            FROM dealdesk.delegated_candidates c
            JOIN dealdesk.deal_approvals a ON a.id = c.approval_id
            WHERE c.approval_id = p_approval AND c.user_id = p_user
            ORDER BY c.on_behalf_of IS DISTINCT FROM a.assigned_to, c.delegation_id
            LIMIT 1);
END $$;
