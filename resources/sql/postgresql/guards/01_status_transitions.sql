-- The life of a deal as data: domain/transitions.h has the same rows, and a test holds the two together. Reloaded with the stored logic,
-- afterwards closed to everybody.
DELETE FROM dealdesk.status_transitions;

INSERT INTO dealdesk.status_transitions (from_status, to_status, actor, reason_required) VALUES
    ('draft', 'scoping', 'owner', false),
    ('draft', 'submitted', 'owner', false),
    ('draft', 'lost', 'owner', true),
    ('scoping', 'converted', 'owner', false),
    ('scoping', 'lost', 'owner', true),
    ('submitted', 'under_review', 'reviewer', false),
    ('submitted', 'negotiating', 'owner_or_decider', false),
    ('submitted', 'approved', 'system', false),
    ('submitted', 'lost', 'owner_or_decider', true),
    ('under_review', 'negotiating', 'owner_or_decider', false),
    ('under_review', 'approved', 'system', false),
    ('under_review', 'lost', 'owner_or_decider', true),
    ('negotiating', 'under_review', 'owner_or_decider', false),
    ('negotiating', 'lost', 'owner', true),
    ('approved', 'contract_drafting', 'legal', false),
    ('approved', 'under_review', 'decider', false),
    ('approved', 'negotiating', 'owner_or_legal', true),
    ('approved', 'lost', 'owner_or_legal', true),
    ('contract_drafting', 'client_review', 'legal', false),
    ('contract_drafting', 'negotiating', 'owner_or_legal', true),
    ('contract_drafting', 'lost', 'owner_or_legal', true),
    ('client_review', 'signed', 'owner_or_legal', false),
    ('client_review', 'negotiating', 'owner_or_legal', true),
    ('client_review', 'lost', 'owner_or_legal', true);

CREATE TRIGGER status_transitions_closed BEFORE INSERT OR UPDATE OR DELETE ON dealdesk.status_transitions
FOR EACH STATEMENT EXECUTE FUNCTION dealdesk_steps.guard_never();
