SELECT kind, source_key, deal_name, created_at FROM imported_rows WHERE source = ?
