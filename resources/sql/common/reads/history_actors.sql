SELECT name FROM history_actors WHERE instr(lower(name), lower(?)) LIMIT 2
