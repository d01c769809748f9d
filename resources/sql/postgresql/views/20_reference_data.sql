-- Reference data as forms, routing and the admin pages need it.

CREATE VIEW dealdesk.level_list WITH (security_invoker = true) AS
SELECT l.code, l.display_name, l.rank, l.limit_amount, l.version
FROM dealdesk.approval_levels l;

CREATE VIEW dealdesk.department_list WITH (security_invoker = true) AS
SELECT d.department, d.display_name, d.description, d.contact_email, d.default_assignee, p.display_name AS default_assignee_name,
       d.incentive_types, d.always_required, d.is_active, d.version
FROM dealdesk.approval_departments d
LEFT JOIN dealdesk.people p ON p.id = d.default_assignee;

CREATE VIEW dealdesk.incentive_options WITH (security_invoker = true) AS
SELECT c.id, c.category_name, c.sub_category_name, c.incentive_option, c.position, c.is_active, c.version
FROM dealdesk.incentive_catalog c;

CREATE VIEW dealdesk.policy_now WITH (security_invoker = true) AS
SELECT p.version, p.routing_basis, p.legal_for_custom_deals, p.legal_for_terms_over_months, p.client_value_factor, p.updated_at,
       u.display_name AS updated_by_name
FROM dealdesk.policy p
LEFT JOIN dealdesk.people u ON u.id = p.updated_by;
