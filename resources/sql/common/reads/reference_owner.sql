SELECT is_imported FROM deal_references WHERE reference_number = ?
