-- Or a row of the other table could not go without reading all of this one. People, levels and deals never go.
-- Broken by: CREATE TABLE dealdesk.other (id bigint PRIMARY KEY, tier bigint REFERENCES dealdesk.deal_tiers (id))
-- Broken by: ALTER TABLE dealdesk.tier_incentives DROP CONSTRAINT tier_incentives_tier_id_position_key
SELECT k.conrelid::regclass || ' ' || k.conname FROM pg_constraint k
WHERE k.contype = 'f' AND k.connamespace = 'dealdesk'::regnamespace
  AND k.confrelid NOT IN ('dealdesk.users'::regclass, 'dealdesk.approval_levels'::regclass)
  AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indisvalid AND k.conkey[1] = ANY (i.indkey)
                    AND (i.indkey[0] = k.conkey[1] OR array_length(k.conkey, 1) = 1 AND i.indkey[1] = k.conkey[1] AND k.confrelid = 'dealdesk.deals'::regclass));
