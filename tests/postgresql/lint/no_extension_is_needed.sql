-- Managed services lack this one or that.
-- Broken by: CREATE TABLE dealdesk.other (id bigint PRIMARY KEY, name tap._time_trial_type)
SELECT d.objid::regclass::text FROM pg_depend d
JOIN pg_depend x ON x.classid = d.refclassid AND x.objid = d.refobjid AND x.deptype = 'e' AND x.refclassid = 'pg_extension'::regclass
JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
WHERE c.relnamespace IN ('dealdesk'::regnamespace, 'dealdesk_steps'::regnamespace);
