-- The life of a deal as data: domain/transitions.h has the same rows, and a test holds the two together. Reloaded with the stored logic,
-- afterwards closed to everybody.
DELETE FROM status_transitions;

INSERT INTO status_transitions (from_status, to_status, actor, reason_required) VALUES
    ('draft', 'scoping', 'owner', 0),
    ('draft', 'submitted', 'owner', 0),
    ('draft', 'lost', 'owner', 1),
    ('scoping', 'converted', 'owner', 0),
    ('scoping', 'lost', 'owner', 1),
    ('submitted', 'under_review', 'reviewer', 0),
    ('submitted', 'negotiating', 'owner_or_decider', 0),
    ('submitted', 'approved', 'system', 0),
    ('submitted', 'lost', 'owner_or_decider', 1),
    ('under_review', 'negotiating', 'owner_or_decider', 0),
    ('under_review', 'approved', 'system', 0),
    ('under_review', 'lost', 'owner_or_decider', 1),
    ('negotiating', 'under_review', 'owner_or_decider', 0),
    ('negotiating', 'lost', 'owner', 1),
    ('approved', 'contract_drafting', 'legal', 0),
    ('approved', 'under_review', 'decider', 0),
    ('approved', 'negotiating', 'owner_or_legal', 1),
    ('approved', 'lost', 'owner_or_legal', 1),
    ('contract_drafting', 'client_review', 'legal', 0),
    ('contract_drafting', 'negotiating', 'owner_or_legal', 1),
    ('contract_drafting', 'lost', 'owner_or_legal', 1),
    ('client_review', 'signed', 'owner_or_legal', 0),
    ('client_review', 'negotiating', 'owner_or_legal', 1),
    ('client_review', 'lost', 'owner_or_legal', 1);

CREATE TRIGGER status_transitions_no_insert BEFORE INSERT ON status_transitions
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER status_transitions_no_update BEFORE UPDATE ON status_transitions
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;

CREATE TRIGGER status_transitions_no_delete BEFORE DELETE ON status_transitions
BEGIN
    SELECT RAISE(ABORT, 'dealdesk:forbidden');
END;
