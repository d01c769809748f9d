-- Schema 1.0: tables. Money is INTEGER cents, ratios are INTEGER millionths (0.355 is 355000), instants are UTC text
-- 'YYYY-MM-DDTHH:MM:SS.sssZ' from the database's clock, dates are 'YYYY-MM-DD'. STRICT, so that a cent stays an integer.

CREATE TABLE users (
    id                   INTEGER PRIMARY KEY,
    username             TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(username)) BETWEEN 1 AND 100),
    password             TEXT NOT NULL, -- Argon2id verifier of a local account; '' cannot sign in
    email                TEXT NOT NULL UNIQUE COLLATE NOCASE,
    role                 TEXT NOT NULL DEFAULT 'seller' CHECK (role IN ('seller', 'department_reviewer', 'approver', 'admin')),
    department           TEXT CHECK (department IN ('trading', 'finance', 'creative', 'marketing', 'product', 'solutions', 'legal')),
    approval_level       TEXT REFERENCES approval_levels (code),
    first_name           TEXT NOT NULL DEFAULT '',
    last_name            TEXT NOT NULL DEFAULT '',
    is_active            INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1)),
    version              INTEGER NOT NULL DEFAULT 1,
    created_at           TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    updated_at           TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CHECK (role <> 'department_reviewer' OR department IS NOT NULL),
    CHECK (role <> 'approver' OR approval_level IS NOT NULL)
) STRICT;

CREATE TABLE approval_levels (
    code         TEXT PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 50 AND code NOT GLOB '*[^a-z0-9_]*'),
    display_name TEXT NOT NULL,
    rank         INTEGER NOT NULL UNIQUE,
    limit_amount INTEGER NOT NULL CHECK (limit_amount >= 0), -- the highest amount that the level may decide
    version      INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE approval_departments (
    department       TEXT PRIMARY KEY CHECK (department IN ('trading', 'finance', 'creative', 'marketing', 'product', 'solutions', 'legal')),
    display_name     TEXT NOT NULL,
    description      TEXT NOT NULL DEFAULT '',
    contact_email    TEXT NOT NULL DEFAULT '',
    default_assignee INTEGER REFERENCES users (id),
    incentive_types  TEXT NOT NULL DEFAULT '[]',
    always_required  INTEGER NOT NULL DEFAULT 0 CHECK (always_required IN (0, 1)),
    is_active        INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    version          INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE incentive_catalog (
    id                INTEGER PRIMARY KEY,
    category_name     TEXT NOT NULL,
    sub_category_name TEXT NOT NULL,
    incentive_option  TEXT NOT NULL,
    position          INTEGER NOT NULL DEFAULT 0,
    is_active         INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    version           INTEGER NOT NULL DEFAULT 1,
    UNIQUE (category_name, sub_category_name, incentive_option)
) STRICT;

CREATE TABLE policy (
    id                          INTEGER PRIMARY KEY CHECK (id = 1),
    version                     INTEGER NOT NULL DEFAULT 1, -- also rises with every change of levels and departments
    routing_basis               TEXT NOT NULL DEFAULT 'top_tier_revenue'
                                CHECK (routing_basis IN ('top_tier_revenue', 'expected_tier_revenue', 'top_incentive_cost')),
    legal_for_custom_deals      INTEGER NOT NULL DEFAULT 0 CHECK (legal_for_custom_deals IN (0, 1)),
    legal_for_terms_over_months INTEGER CHECK (legal_for_terms_over_months > 0),
    client_value_factor         INTEGER NOT NULL DEFAULT 3500000 CHECK (client_value_factor >= 0),
    updated_at                  TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    updated_by                  INTEGER REFERENCES users (id)
) STRICT;

CREATE TABLE advertisers (
    id                           INTEGER PRIMARY KEY,
    name                         TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) BETWEEN 1 AND 300),
    previous_year_revenue        INTEGER, -- NULL is "no data" in all five
    previous_year_margin         INTEGER,
    previous_year_profit         INTEGER,
    previous_year_incentive_cost INTEGER,
    previous_year_client_value   INTEGER,
    region                       TEXT CHECK (region IN ('northeast', 'midwest', 'midatlantic', 'west', 'south')),
    is_active                    INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    version                      INTEGER NOT NULL DEFAULT 1,
    created_at                   TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    updated_at                   TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE TABLE agencies (
    id                           INTEGER PRIMARY KEY,
    name                         TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) BETWEEN 1 AND 300),
    type                         TEXT NOT NULL DEFAULT 'independent' CHECK (type IN ('holding_company', 'independent')),
    previous_year_revenue        INTEGER,
    previous_year_margin         INTEGER,
    previous_year_profit         INTEGER,
    previous_year_incentive_cost INTEGER,
    previous_year_client_value   INTEGER,
    region                       TEXT CHECK (region IN ('northeast', 'midwest', 'midatlantic', 'west', 'south')),
    is_active                    INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    version                      INTEGER NOT NULL DEFAULT 1,
    created_at                   TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    updated_at                   TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE TABLE reference_counters (
    year        INTEGER PRIMARY KEY,
    last_number INTEGER NOT NULL
) STRICT;

CREATE TABLE status_transitions (
    from_status     TEXT NOT NULL,
    to_status       TEXT NOT NULL,
    actor           TEXT NOT NULL, -- owner, reviewer, legal, owner_or_legal, owner_or_decider, system
    reason_required INTEGER NOT NULL DEFAULT 0 CHECK (reason_required IN (0, 1)),
    PRIMARY KEY (from_status, to_status)
) STRICT, WITHOUT ROWID;

CREATE TABLE deals (
    id                        INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 999999999),
    reference_number          TEXT NOT NULL UNIQUE CHECK (reference_number GLOB 'DEAL-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9]*'
                                                                           AND substr(reference_number, 11) NOT GLOB '*[^0-9]*'),
    reference_key             TEXT GENERATED ALWAYS AS -- to sort by: a year's references beyond 999 have more digits
                              (substr(reference_number, 1, 10) || substr('00000000' || substr(reference_number, 11), -9)) VIRTUAL,
    deal_name                 TEXT NOT NULL DEFAULT '' COLLATE NOCASE CHECK (length(deal_name) <= 500),
    email                     TEXT NOT NULL DEFAULT '',
    deal_type                 TEXT NOT NULL DEFAULT 'grow' CHECK (deal_type IN ('grow', 'protect', 'custom')),
    sales_channel             TEXT NOT NULL DEFAULT 'client_direct' CHECK (sales_channel IN ('holding_company', 'independent_agency', 'client_direct')),
    deal_structure            TEXT NOT NULL DEFAULT 'tiered' CHECK (deal_structure IN ('tiered', 'flat_commit')),
    region                    TEXT CHECK (region IN ('northeast', 'midwest', 'midatlantic', 'west', 'south')),
    advertiser_name           TEXT,
    agency_name               TEXT,
    client_name               TEXT COLLATE NOCASE GENERATED ALWAYS AS
                              (CASE sales_channel WHEN 'client_direct' THEN coalesce(advertiser_name, '') ELSE coalesce(agency_name, '') END) VIRTUAL,
    business_summary          TEXT NOT NULL DEFAULT '',
    growth_opportunity_miq    TEXT NOT NULL DEFAULT '',
    growth_opportunity_client TEXT NOT NULL DEFAULT '',
    client_asks               TEXT NOT NULL DEFAULT '',
    growth_ambition           INTEGER,
    term_start_date           TEXT CHECK (term_start_date IS date(term_start_date)),
    term_end_date             TEXT CHECK (term_end_date IS date(term_end_date)),
    contract_term             INTEGER,
    previous_year_revenue     INTEGER, -- the client's figures as they were at submission; NULL is "no data"
    previous_year_margin      INTEGER,
    status                    TEXT NOT NULL DEFAULT 'draft'
                              CHECK (status IN ('draft', 'scoping', 'converted', 'submitted', 'under_review', 'negotiating', 'approved',
                                                'contract_drafting', 'client_review', 'signed', 'lost')),
    draft_type                TEXT CHECK (draft_type IN ('scoping_draft', 'submission_draft')),
    revision_count            INTEGER NOT NULL DEFAULT 0,
    is_revision               INTEGER NOT NULL DEFAULT 0 CHECK (is_revision IN (0, 1)),
    parent_submission_id      INTEGER REFERENCES deals (id),
    revision_reason           TEXT,
    last_revised_at           TEXT,
    can_edit                  INTEGER NOT NULL DEFAULT 1 CHECK (can_edit IN (0, 1)),
    draft_expires_at          TEXT,
    last_status_change        TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    priority                  TEXT NOT NULL DEFAULT 'medium' CHECK (priority IN ('critical', 'high', 'medium', 'low')),
    flow_intelligence         TEXT CHECK (flow_intelligence IN ('on_track', 'needs_attention')),
    owner_id                  INTEGER NOT NULL REFERENCES users (id),
    submitted_by              INTEGER REFERENCES users (id),
    visible_since             TEXT,    -- first submission or scoping; until then only the owner and admins see it
    routing_amount            INTEGER, -- as routed at the last submission
    routing_level             TEXT REFERENCES approval_levels (code),
    top_revenue               INTEGER, -- highest tier's annual revenue, kept by triggers on deal_tiers
    top_revenue_key           INTEGER GENERATED ALWAYS AS (coalesce(top_revenue, -1)) VIRTUAL, -- to sort and page by: never null
    acting_user_id            INTEGER, -- who changes the status, and why: set with it, taken into the history and cleared by its trigger
    acting_reason             TEXT,
    version                   INTEGER NOT NULL DEFAULT 1,
    created_at                TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    updated_at                TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CHECK (status IN ('draft', 'lost') OR length(trim(deal_name)) >= 1)
) STRICT;

-- Everybody who ever wrote content of a deal: none of them may decide on it.
CREATE TABLE deal_editors (
    deal_id INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id),
    PRIMARY KEY (deal_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE deal_tiers (
    id                  INTEGER PRIMARY KEY CHECK (id > 0),
    deal_id             INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    tier_number         INTEGER NOT NULL CHECK (tier_number BETWEEN 1 AND 5),
    annual_revenue      INTEGER CHECK (annual_revenue BETWEEN 0 AND 999999999999999), -- NULL only while a draft
    annual_gross_margin INTEGER CHECK (annual_gross_margin BETWEEN 0 AND 1000000),
    created_at          TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    updated_at          TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    UNIQUE (deal_id, tier_number)
) STRICT;

CREATE TABLE tier_incentives (
    id                INTEGER PRIMARY KEY CHECK (id > 0),
    tier_id           INTEGER NOT NULL REFERENCES deal_tiers (id) ON DELETE CASCADE,
    position          INTEGER NOT NULL,
    category_name     TEXT NOT NULL DEFAULT '',
    sub_category_name TEXT NOT NULL DEFAULT '',
    incentive_option  TEXT NOT NULL DEFAULT '',
    incentive_value   INTEGER CHECK (incentive_value BETWEEN 0 AND 999999999999999),
    incentive_notes   TEXT NOT NULL DEFAULT '',
    UNIQUE (tier_id, position)
) STRICT;

-- What was submitted, as it was; never changed.
CREATE TABLE deal_revisions (
    id              INTEGER PRIMARY KEY CHECK (id > 0),
    deal_id         INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    revision_number INTEGER NOT NULL,
    content         TEXT NOT NULL, -- domain/draft_json.h
    plan            TEXT NOT NULL,    -- domain/plan_json.h
    submitted_by    INTEGER NOT NULL REFERENCES users (id),
    submitted_by_name TEXT NOT NULL,
    submitted_at    TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    UNIQUE (deal_id, revision_number)
) STRICT;

CREATE TABLE deal_approvals (
    id               INTEGER PRIMARY KEY CHECK (id > 0),
    deal_id          INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    revision_number  INTEGER NOT NULL,
    approval_stage   INTEGER NOT NULL CHECK (approval_stage IN (1, 2)),
    department       TEXT NOT NULL, -- stage 2: 'trading', as the seed's column is not null; the level decides
    approval_level   TEXT REFERENCES approval_levels (code), -- stage 2
    required_role    TEXT NOT NULL CHECK (required_role IN ('department_reviewer', 'approver')),
    status           TEXT NOT NULL DEFAULT 'pending'
                     CHECK (status IN ('pending', 'revision_requested', 'approved', 'rejected', 'withdrawn', 'not_required')),
    priority         TEXT NOT NULL DEFAULT 'normal' CHECK (priority IN ('normal', 'high', 'urgent')),
    reasons          TEXT NOT NULL DEFAULT '[]', -- why this task exists, from the plan
    assigned_to      INTEGER REFERENCES users (id),
    due_date         TEXT NOT NULL,
    comments         TEXT,
    revision_reason  TEXT,
    revision_fields  TEXT NOT NULL DEFAULT '[]', -- field paths meant by a requested revision
    reviewer_notes   TEXT,
    completed_by     INTEGER REFERENCES users (id),
    completed_at     TEXT,
    imported         INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)), -- decided in the prototype; decider may be unknown
    created_at       TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CHECK ((approval_stage = 2) = (approval_level IS NOT NULL))
) STRICT;

CREATE TABLE approval_actions (
    id                INTEGER PRIMARY KEY CHECK (id > 0),
    approval_id       INTEGER NOT NULL REFERENCES deal_approvals (id) ON DELETE CASCADE,
    deal_id           INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    action_type       TEXT NOT NULL CHECK (action_type IN ('approve', 'reject', 'request_revision', 'comment', 'initiate', 'assign', 'carry_forward',
                                                           'claim', 'release', 'delegate', 'escalate', 'recall', 'rescind')),
    performed_by      INTEGER REFERENCES users (id),
    performed_by_name TEXT NOT NULL, -- as it was
    comments          TEXT,
    imported          INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)),
    created_at        TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE TABLE deal_status_history (
    id                INTEGER PRIMARY KEY CHECK (id > 0),
    deal_id           INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    status            TEXT NOT NULL,
    previous_status   TEXT,
    performed_by      INTEGER REFERENCES users (id),
    performed_by_name TEXT NOT NULL,
    comments          TEXT,
    imported          INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)), -- as the prototype told it
    changed_at        TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE TABLE deal_comments (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    deal_id     INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    approval_id INTEGER REFERENCES deal_approvals (id) ON DELETE SET NULL,
    author_id   INTEGER REFERENCES users (id),
    author_name TEXT NOT NULL,
    body        TEXT NOT NULL CHECK (length(trim(body)) BETWEEN 1 AND 20000),
    created_at  TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

-- One row per command that was carried out: a repeated id gives this result and writes nothing.
CREATE TABLE command_log (
    command_id TEXT PRIMARY KEY,
    actor_id   INTEGER NOT NULL,
    verb       TEXT NOT NULL,
    deal_id    INTEGER,
    digest     TEXT NOT NULL, -- SHA-256 of the arguments, so that an id cannot be used for something else
    result     TEXT NOT NULL,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT, WITHOUT ROWID;

-- Where imported rows came from: what is already here is not imported again.
CREATE TABLE import_sources (
    source     TEXT NOT NULL, -- 'prototype'
    kind       TEXT NOT NULL, -- deal, advertiser, agency, user, scoping_request, …
    source_key TEXT NOT NULL, -- the key there
    target_id  INTEGER NOT NULL,
    imported_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    PRIMARY KEY (source, kind, source_key)
) STRICT, WITHOUT ROWID;

-- What a search looks through, in lower case: reference, name, client. Kept by triggers on deals.
CREATE TABLE deal_search_texts (
    deal_id INTEGER PRIMARY KEY REFERENCES deals (id) ON DELETE CASCADE,
    text    TEXT NOT NULL
) STRICT;

-- The first three characters of each of its words, so that a search walks the few deals that can match, newest first. Plain tables
-- and not FTS5, because SQLite 3.40 lets no trigger write an FTS5 table under trusted_schema=OFF.
CREATE TABLE deal_search_starts (
    start   TEXT NOT NULL,
    deal_id INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    PRIMARY KEY (start, deal_id)
) STRICT, WITHOUT ROWID;
