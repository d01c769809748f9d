SELECT current_setting('password_encryption') WHERE current_setting('password_encryption') <> 'scram-sha-256'
