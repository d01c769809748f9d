SELECT department, approval_level, level_rank, people, present, covered, back_at, absent_names FROM approval_cover ORDER BY level_rank, department
