SELECT department, display_name, description, contact_email, default_assignee, incentive_types, always_required, is_active, version FROM department_list
