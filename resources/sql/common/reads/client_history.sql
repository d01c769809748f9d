SELECT previous_year_revenue, previous_year_margin, previous_year_profit, previous_year_incentive_cost, previous_year_client_value FROM client_list WHERE kind = ? AND name = ?
