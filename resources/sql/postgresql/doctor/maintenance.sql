SELECT d.maintenance FROM dealdesk.deployment d WHERE d.maintenance IS NOT NULL
