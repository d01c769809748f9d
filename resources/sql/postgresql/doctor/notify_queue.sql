SELECT round((pg_notification_queue_usage() * 100)::numeric, 1) WHERE pg_notification_queue_usage() > 0.1
