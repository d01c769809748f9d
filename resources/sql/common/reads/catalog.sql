SELECT id, category_name, sub_category_name, incentive_option, position, is_active, version FROM incentive_options ORDER BY position, id
