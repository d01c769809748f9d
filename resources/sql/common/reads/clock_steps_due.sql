SELECT count(*) FROM clock_steps_due
