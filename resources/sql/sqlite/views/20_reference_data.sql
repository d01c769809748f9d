-- Reference data as forms, routing and the admin pages need it.

CREATE VIEW level_list AS
SELECT l.code, l.display_name, l.rank, l.limit_amount, l.version
FROM approval_levels l;

CREATE VIEW department_list AS
SELECT d.department, d.display_name, d.description, d.contact_email, d.default_assignee, p.display_name AS default_assignee_name,
       d.incentive_types, d.always_required, d.is_active, d.version
FROM approval_departments d
LEFT JOIN people p ON p.id = d.default_assignee;

CREATE VIEW incentive_options AS
SELECT c.id, c.category_name, c.sub_category_name, c.incentive_option, c.position, c.is_active, c.version
FROM incentive_catalog c;

CREATE VIEW policy_now AS
SELECT p.version, p.routing_basis, p.legal_for_custom_deals, p.legal_for_terms_over_months, p.client_value_factor, p.updated_at,
       u.display_name AS updated_by_name
FROM policy p
LEFT JOIN people u ON u.id = p.updated_by;
