-- Schema 1.1: what was laid down, object by object, so that `dealdeskctl doctor` can say what somebody changed by hand.

CREATE TABLE dealdesk.stored_objects (
    kind        text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, name)
);
