SELECT current_setting('default_transaction_isolation') WHERE current_setting('default_transaction_isolation') <> 'read committed'
