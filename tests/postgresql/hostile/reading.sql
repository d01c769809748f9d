-- Reading what one may not.

-- 42501: reads past row-level security
SET row_security = off;
SELECT id FROM dealdesk.deals;
-- 42501: reads what others have sent
SELECT * FROM dealdesk.command_log;
-- 42501: reads the counters
SELECT * FROM dealdesk.reference_counters;
-- 42501: reads who made which login
SELECT login_managed FROM dealdesk.users;
-- 42501: reads who is acting right now
SELECT acting_user_id FROM dealdesk.deals;
-- 42501: reads whole rows, hidden columns too
SELECT * FROM dealdesk.deals;
-- 42501: reads whole rows by another way
SELECT d FROM dealdesk.deals d;
-- 42501: copies a table out
COPY dealdesk.deals TO STDOUT;
-- 42501: copies a table into a file
COPY (SELECT 1) TO '/tmp/deals.csv';
-- none, admin=some: looks for a hidden draft
SELECT id FROM dealdesk.deal_list WHERE deal_name = 'Hidden';
-- none, admin=some: looks for a hidden draft's client
SELECT deal_id FROM dealdesk.deal_content WHERE deal_id = :hidden_deal;
-- none, admin=some: looks for a hidden draft's tiers
SELECT id FROM dealdesk.deal_tiers WHERE deal_id = :hidden_deal;
-- none, admin=some: looks for a hidden draft's history
SELECT id FROM dealdesk.deal_history WHERE deal_id = :hidden_deal;
-- none, admin=some: finds a hidden draft by searching
SELECT deal_id FROM dealdesk.deal_search WHERE deal_id = :hidden_deal;
-- none, admin=some: finds a hidden draft in a report
SELECT reference_number FROM dealdesk.report_pipeline WHERE deal_name = 'Hidden';
-- none, admin=some: is told of a hidden draft's changes
SELECT deal_id FROM dealdesk.change_feed WHERE deal_id = :hidden_deal;
-- none, admin=22012: has an error tell of a hidden draft
SELECT id FROM dealdesk.deals WHERE id = :hidden_deal AND 1 / (CASE WHEN deal_name = 'Hidden' THEN 0 ELSE 1 END) = 1;
-- none, admin=22012: has a view's error tell of a hidden draft
SELECT id FROM dealdesk.deal_list WHERE id = :hidden_deal AND 1 / (CASE WHEN deal_name = 'Hidden' THEN 0 ELSE 1 END) = 1;
-- none, admin=22P02: has a cast's error tell of a hidden draft
SELECT id FROM dealdesk.deal_list WHERE id = :hidden_deal AND deal_name::integer = 1;
-- none: reads a hidden draft's values in the statistics
SELECT most_common_vals FROM pg_stats WHERE schemaname = 'dealdesk' AND tablename = 'deals' AND most_common_vals::text LIKE '%Hidden%';
-- none: reads what colleagues are running
SELECT query FROM pg_stat_activity WHERE usename = 'colleague' AND query <> '<insufficient privilege>';
-- none: reads where colleagues sit
SELECT client_addr FROM pg_stat_activity WHERE usename = 'colleague' AND (client_addr IS NOT NULL OR backend_start IS NOT NULL);
-- 42501: reads the statistics as they are
SELECT * FROM pg_statistic;
-- 42501: reads the verifiers of passwords
SELECT * FROM pg_authid;
-- 42501: reads the verifiers of passwords by a view
SELECT passwd FROM pg_shadow;
-- 42501: reads who may connect from where
SELECT * FROM pg_hba_file_rules;
-- 42501: reads the server's settings as written
SELECT * FROM pg_file_settings;
-- 42501: reads where the server keeps its data
SHOW data_directory;
-- 42501: reads a file
SELECT pg_read_file('/etc/passwd');
-- 42501: reads a file as bytes
SELECT pg_read_binary_file('/etc/passwd');
-- 42501: lists a folder
SELECT pg_ls_dir('.');
-- 42501: lists the server's log
SELECT * FROM pg_ls_logdir();
-- 42501: lists the server's journal
SELECT * FROM pg_ls_waldir();
-- 42501: asks about a file
SELECT * FROM pg_stat_file('postgresql.conf');
-- 42501: copies a file in
COPY dealdesk.deals FROM '/etc/passwd';
-- 42501: runs a program and reads what it says
COPY dealdesk.deals FROM PROGRAM 'id';
-- 42501: runs a program
COPY (SELECT 1) TO PROGRAM 'cat';
-- 42501: reads the memory of the server
SELECT * FROM pg_shmem_allocations;
-- 42501: makes a large object
SELECT lo_create(0);
-- 42501: makes a large object of bytes
SELECT lo_from_bytea(0, '\x00');
-- 42501: reads a file into a large object
SELECT lo_import('/etc/passwd');
-- 42501: writes a large object into a file
SELECT lo_export(1, '/tmp/out');
-- 42501: reads the large objects
SELECT * FROM pg_largeobject;
