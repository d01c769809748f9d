-- Only on servers before PostgreSQL 15, as the login that migrates. There a view knows no security_invoker: it reads with the rights of its
-- owner, whoever asks. So the views get an owner that is bound by the policies of people, being a member of dealdesk_user. Who asks is told by
-- session_user, which a view does not change.

DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles r WHERE r.rolname = 'dealdesk_views') THEN
        CREATE ROLE dealdesk_views NOLOGIN INHERIT;
    END IF;
    GRANT dealdesk_user TO dealdesk_views;
    GRANT dealdesk_views TO dealdesk_owner;
    IF NOT (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = current_user) THEN
        GRANT dealdesk_views TO CURRENT_USER;
    END IF;
END $$;
