SELECT previous_year_revenue, previous_year_margin, previous_year_profit, previous_year_incentive_cost, previous_year_client_value FROM deal_client_figures WHERE deal_id = ?
