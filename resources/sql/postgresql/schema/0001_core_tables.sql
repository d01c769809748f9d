-- Schema 1.0: tables. Money is bigint cents, ratios are bigint millionths (0.355 is 355000), instants are timestamptz(3) from the database's clock.
-- Every text is COLLATE "C": it sorts and compares as on SQLite, and no index depends on the server's locale; what is
-- indexed is bounded, since an index row holds 2,700 bytes. Nothing here calls a function of
-- Deal Desk: those are dropped and made again with the stored logic.

CREATE TABLE dealdesk.approval_levels (
    code         text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[a-z0-9_]{1,50}$'),
    display_name text COLLATE "C" NOT NULL,
    rank         integer NOT NULL UNIQUE,
    limit_amount bigint NOT NULL CHECK (limit_amount >= 0), -- the highest amount that the level may decide
    version      bigint NOT NULL DEFAULT 1
);

-- `username` is the login; it has no password here. `login_managed`: the program made the login, so it may change its password and switch it off.
CREATE TABLE dealdesk.users (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username             text COLLATE "C" NOT NULL CHECK (length(trim(username)) BETWEEN 1 AND 100),
    email                text COLLATE "C" NOT NULL CHECK (length(email) <= 320),
    role                 text COLLATE "C" NOT NULL DEFAULT 'seller' CHECK (role IN ('seller', 'department_reviewer', 'approver', 'admin')),
    department           text COLLATE "C" CHECK (department IN ('trading', 'finance', 'creative', 'marketing', 'product', 'solutions', 'legal')),
    approval_level       text COLLATE "C" REFERENCES dealdesk.approval_levels (code),
    first_name           text COLLATE "C" NOT NULL DEFAULT '' CHECK (length(first_name) <= 150),
    last_name            text COLLATE "C" NOT NULL DEFAULT '' CHECK (length(last_name) <= 150),
    is_active            boolean NOT NULL DEFAULT true,
    must_change_password boolean NOT NULL DEFAULT false,
    login_managed        boolean NOT NULL DEFAULT false,
    version              bigint NOT NULL DEFAULT 1,
    created_at           timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(created_at)),
    updated_at           timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(updated_at)),
    CHECK (role <> 'department_reviewer' OR department IS NOT NULL),
    CHECK (role <> 'approver' OR approval_level IS NOT NULL)
);
CREATE UNIQUE INDEX users_username_key ON dealdesk.users (lower(username));
CREATE UNIQUE INDEX users_email_key ON dealdesk.users (lower(email));

CREATE TABLE dealdesk.approval_departments (
    department       text COLLATE "C" PRIMARY KEY
                     CHECK (department IN ('trading', 'finance', 'creative', 'marketing', 'product', 'solutions', 'legal')),
    display_name     text COLLATE "C" NOT NULL,
    description      text COLLATE "C" NOT NULL DEFAULT '',
    contact_email    text COLLATE "C" NOT NULL DEFAULT '',
    default_assignee bigint REFERENCES dealdesk.users (id),
    incentive_types  jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(incentive_types) = 'array'),
    always_required  boolean NOT NULL DEFAULT false,
    is_active        boolean NOT NULL DEFAULT true,
    version          bigint NOT NULL DEFAULT 1
);

CREATE TABLE dealdesk.incentive_catalog (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    category_name     text COLLATE "C" NOT NULL CHECK (length(category_name) <= 200),
    sub_category_name text COLLATE "C" NOT NULL CHECK (length(sub_category_name) <= 200),
    incentive_option  text COLLATE "C" NOT NULL CHECK (length(incentive_option) <= 200),
    position          integer NOT NULL DEFAULT 0,
    is_active         boolean NOT NULL DEFAULT true,
    version           bigint NOT NULL DEFAULT 1,
    UNIQUE (category_name, sub_category_name, incentive_option)
);

CREATE TABLE dealdesk.policy (
    id                          integer PRIMARY KEY CHECK (id = 1),
    version                     bigint NOT NULL DEFAULT 1, -- also rises with every change of levels and departments
    routing_basis               text COLLATE "C" NOT NULL DEFAULT 'top_tier_revenue'
                                CHECK (routing_basis IN ('top_tier_revenue', 'expected_tier_revenue', 'top_incentive_cost')),
    legal_for_custom_deals      boolean NOT NULL DEFAULT false,
    legal_for_terms_over_months integer CHECK (legal_for_terms_over_months > 0),
    client_value_factor         bigint NOT NULL DEFAULT 3500000 CHECK (client_value_factor >= 0),
    updated_at                  timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(updated_at)),
    updated_by                  bigint REFERENCES dealdesk.users (id)
);

CREATE TABLE dealdesk.advertisers (
    id                           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name                         text COLLATE "C" NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 300),
    previous_year_revenue        bigint, -- NULL is "no data" in all five
    previous_year_margin         bigint,
    previous_year_profit         bigint,
    previous_year_incentive_cost bigint,
    previous_year_client_value   bigint,
    region                       text COLLATE "C" CHECK (region IN ('northeast', 'midwest', 'midatlantic', 'west', 'south')),
    is_active                    boolean NOT NULL DEFAULT true,
    version                      bigint NOT NULL DEFAULT 1,
    created_at                   timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(created_at)),
    updated_at                   timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(updated_at))
);
CREATE UNIQUE INDEX advertisers_name_key ON dealdesk.advertisers (lower(name));

CREATE TABLE dealdesk.agencies (
    id                           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name                         text COLLATE "C" NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 300),
    type                         text COLLATE "C" NOT NULL DEFAULT 'independent' CHECK (type IN ('holding_company', 'independent')),
    previous_year_revenue        bigint,
    previous_year_margin         bigint,
    previous_year_profit         bigint,
    previous_year_incentive_cost bigint,
    previous_year_client_value   bigint,
    region                       text COLLATE "C" CHECK (region IN ('northeast', 'midwest', 'midatlantic', 'west', 'south')),
    is_active                    boolean NOT NULL DEFAULT true,
    version                      bigint NOT NULL DEFAULT 1,
    created_at                   timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(created_at)),
    updated_at                   timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(updated_at))
);
CREATE UNIQUE INDEX agencies_name_key ON dealdesk.agencies (lower(name));

CREATE TABLE dealdesk.reference_counters (
    year        integer PRIMARY KEY,
    last_number integer NOT NULL
);

CREATE TABLE dealdesk.status_transitions (
    from_status     text COLLATE "C" NOT NULL,
    to_status       text COLLATE "C" NOT NULL,
    actor           text COLLATE "C" NOT NULL, -- owner, reviewer, legal, owner_or_legal, owner_or_decider, system
    reason_required boolean NOT NULL DEFAULT false,
    PRIMARY KEY (from_status, to_status)
);

CREATE TABLE dealdesk.deals (
    id                        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY CHECK (id BETWEEN 1 AND 999999999),
    reference_number          text COLLATE "C" NOT NULL UNIQUE CHECK (reference_number ~ '^DEAL-[0-9]{4}-[0-9]{3,9}$'),
    reference_key             text COLLATE "C" GENERATED ALWAYS AS -- to sort by: a year's references beyond 999 have more digits
                              (substr(reference_number, 1, 10) || lpad(substr(reference_number, 11), 9, '0')) STORED,
    deal_name                 text COLLATE "C" NOT NULL DEFAULT '' CHECK (length(deal_name) <= 500),
    deal_name_key             text COLLATE "C" GENERATED ALWAYS AS (left(lower(deal_name), 200)) STORED,
    email                     text COLLATE "C" NOT NULL DEFAULT '',
    deal_type                 text COLLATE "C" NOT NULL DEFAULT 'grow' CHECK (deal_type IN ('grow', 'protect', 'custom')),
    sales_channel             text COLLATE "C" NOT NULL DEFAULT 'client_direct'
                              CHECK (sales_channel IN ('holding_company', 'independent_agency', 'client_direct')),
    deal_structure            text COLLATE "C" NOT NULL DEFAULT 'tiered' CHECK (deal_structure IN ('tiered', 'flat_commit')),
    region                    text COLLATE "C" CHECK (region IN ('northeast', 'midwest', 'midatlantic', 'west', 'south')),
    advertiser_name           text COLLATE "C",
    agency_name               text COLLATE "C",
    client_name               text COLLATE "C" GENERATED ALWAYS AS
                              (CASE sales_channel WHEN 'client_direct' THEN coalesce(advertiser_name, '') ELSE coalesce(agency_name, '') END) STORED,
    client_name_key           text COLLATE "C" GENERATED ALWAYS AS
                              (left(lower(CASE sales_channel WHEN 'client_direct' THEN coalesce(advertiser_name, '') ELSE coalesce(agency_name, '') END), 200)) STORED,
    business_summary          text COLLATE "C" NOT NULL DEFAULT '',
    growth_opportunity_miq    text COLLATE "C" NOT NULL DEFAULT '',
    growth_opportunity_client text COLLATE "C" NOT NULL DEFAULT '',
    client_asks               text COLLATE "C" NOT NULL DEFAULT '',
    growth_ambition           bigint,
    term_start_date           date CHECK (isfinite(term_start_date)),
    term_end_date             date CHECK (isfinite(term_end_date)),
    contract_term             integer,
    previous_year_revenue     bigint, -- the client's figures as they were at submission; NULL is "no data"
    previous_year_margin      bigint,
    status                    text COLLATE "C" NOT NULL DEFAULT 'draft'
                              CHECK (status IN ('draft', 'scoping', 'converted', 'submitted', 'under_review', 'negotiating', 'approved',
                                                'contract_drafting', 'client_review', 'signed', 'lost')),
    draft_type                text COLLATE "C" CHECK (draft_type IN ('scoping_draft', 'submission_draft')),
    revision_count            integer NOT NULL DEFAULT 0,
    is_revision               boolean NOT NULL DEFAULT false,
    parent_submission_id      bigint REFERENCES dealdesk.deals (id),
    revision_reason           text COLLATE "C",
    last_revised_at           timestamptz(3) CHECK (isfinite(last_revised_at)),
    can_edit                  boolean NOT NULL DEFAULT true,
    draft_expires_at          timestamptz(3) CHECK (isfinite(draft_expires_at)),
    last_status_change        timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(last_status_change)),
    priority                  text COLLATE "C" NOT NULL DEFAULT 'medium' CHECK (priority IN ('critical', 'high', 'medium', 'low')),
    flow_intelligence         text COLLATE "C" CHECK (flow_intelligence IN ('on_track', 'needs_attention')),
    owner_id                  bigint NOT NULL REFERENCES dealdesk.users (id),
    submitted_by              bigint REFERENCES dealdesk.users (id),
    visible_since             timestamptz(3) CHECK (isfinite(visible_since)), -- first submission or scoping; until then only the owner and admins see it
    routing_amount            bigint,         -- as routed at the last submission
    routing_level             text COLLATE "C" REFERENCES dealdesk.approval_levels (code),
    top_revenue               bigint,         -- highest tier's annual revenue, kept by triggers on deal_tiers
    top_revenue_key           bigint GENERATED ALWAYS AS (coalesce(top_revenue, -1)) STORED, -- to sort and page by: never null
    acting_user_id            bigint,         -- who changes the status, and why: set with it, taken into the history and cleared by its trigger
    acting_reason             text COLLATE "C",
    version                   bigint NOT NULL DEFAULT 1,
    created_at                timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(created_at)),
    updated_at                timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(updated_at)),
    CHECK (status IN ('draft', 'lost') OR length(trim(deal_name)) >= 1)
);

-- Everybody who ever wrote content of a deal: none of them may decide on it.
CREATE TABLE dealdesk.deal_editors (
    deal_id bigint NOT NULL REFERENCES dealdesk.deals (id),
    user_id bigint NOT NULL REFERENCES dealdesk.users (id),
    PRIMARY KEY (deal_id, user_id)
);

CREATE TABLE dealdesk.deal_tiers (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deal_id             bigint NOT NULL REFERENCES dealdesk.deals (id),
    tier_number         integer NOT NULL CHECK (tier_number BETWEEN 1 AND 5),
    annual_revenue      bigint CHECK (annual_revenue BETWEEN 0 AND 999999999999999), -- NULL only while a draft
    annual_gross_margin bigint CHECK (annual_gross_margin BETWEEN 0 AND 1000000),
    created_at          timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(created_at)),
    updated_at          timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(updated_at)),
    UNIQUE (deal_id, tier_number)
);

CREATE TABLE dealdesk.tier_incentives (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tier_id           bigint NOT NULL REFERENCES dealdesk.deal_tiers (id),
    position          integer NOT NULL,
    category_name     text COLLATE "C" NOT NULL DEFAULT '',
    sub_category_name text COLLATE "C" NOT NULL DEFAULT '',
    incentive_option  text COLLATE "C" NOT NULL DEFAULT '',
    incentive_value   bigint CHECK (incentive_value BETWEEN 0 AND 999999999999999),
    incentive_notes   text COLLATE "C" NOT NULL DEFAULT '',
    UNIQUE (tier_id, position)
);

-- What was submitted, as it was; never changed.
CREATE TABLE dealdesk.deal_revisions (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deal_id           bigint NOT NULL REFERENCES dealdesk.deals (id),
    revision_number   integer NOT NULL,
    content           jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'), -- domain/draft_json.h
    plan              jsonb NOT NULL CHECK (jsonb_typeof(plan) = 'object'      -- domain/plan_json.h
                                            AND coalesce(jsonb_typeof(plan -> 'departments'), 'array') = 'array'),
    submitted_by      bigint NOT NULL REFERENCES dealdesk.users (id),
    submitted_by_name text COLLATE "C" NOT NULL CHECK (length(submitted_by_name) <= 400),
    submitted_at      timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(submitted_at)),
    UNIQUE (deal_id, revision_number)
);

CREATE TABLE dealdesk.deal_approvals (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deal_id         bigint NOT NULL REFERENCES dealdesk.deals (id),
    revision_number integer NOT NULL,
    approval_stage  integer NOT NULL CHECK (approval_stage IN (1, 2)),
    department      text COLLATE "C" NOT NULL, -- stage 2: 'trading', as the seed's column is not null; the level decides
    approval_level  text COLLATE "C" REFERENCES dealdesk.approval_levels (code), -- stage 2
    required_role   text COLLATE "C" NOT NULL CHECK (required_role IN ('department_reviewer', 'approver')),
    status          text COLLATE "C" NOT NULL DEFAULT 'pending'
                    CHECK (status IN ('pending', 'revision_requested', 'approved', 'rejected', 'withdrawn', 'not_required')),
    priority        text COLLATE "C" NOT NULL DEFAULT 'normal' CHECK (priority IN ('normal', 'high', 'urgent')),
    reasons         jsonb NOT NULL DEFAULT '[]', -- why this task exists, from the plan
    assigned_to     bigint REFERENCES dealdesk.users (id),
    due_date        timestamptz(3) NOT NULL CHECK (isfinite(due_date)),
    comments        text COLLATE "C",
    revision_reason text COLLATE "C",
    revision_fields jsonb NOT NULL DEFAULT '[]', -- field paths meant by a requested revision
    reviewer_notes  text COLLATE "C",
    completed_by    bigint REFERENCES dealdesk.users (id),
    completed_at    timestamptz(3) CHECK (isfinite(completed_at)),
    imported        boolean NOT NULL DEFAULT false, -- decided in the prototype; decider may be unknown
    created_at      timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(created_at)),
    CHECK ((approval_stage = 2) = (approval_level IS NOT NULL))
);

CREATE TABLE dealdesk.approval_actions (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    approval_id       bigint NOT NULL REFERENCES dealdesk.deal_approvals (id),
    deal_id           bigint NOT NULL REFERENCES dealdesk.deals (id),
    action_type       text COLLATE "C" NOT NULL
                      CHECK (action_type IN ('approve', 'reject', 'request_revision', 'comment', 'initiate', 'assign', 'carry_forward',
                                             'claim', 'release', 'delegate', 'escalate', 'recall', 'rescind')),
    performed_by      bigint REFERENCES dealdesk.users (id),
    performed_by_name text COLLATE "C" NOT NULL CHECK (length(performed_by_name) <= 400), -- as it was
    comments          text COLLATE "C",
    imported          boolean NOT NULL DEFAULT false,
    created_at        timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(created_at))
);

CREATE TABLE dealdesk.deal_status_history (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deal_id           bigint NOT NULL REFERENCES dealdesk.deals (id),
    status            text COLLATE "C" NOT NULL,
    previous_status   text COLLATE "C",
    performed_by      bigint REFERENCES dealdesk.users (id),
    performed_by_name text COLLATE "C" NOT NULL CHECK (length(performed_by_name) <= 400),
    comments          text COLLATE "C",
    imported          boolean NOT NULL DEFAULT false, -- as the prototype told it
    changed_at        timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(changed_at))
);

CREATE TABLE dealdesk.deal_comments (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deal_id     bigint NOT NULL REFERENCES dealdesk.deals (id),
    approval_id bigint REFERENCES dealdesk.deal_approvals (id),
    author_id   bigint REFERENCES dealdesk.users (id),
    author_name text COLLATE "C" NOT NULL CHECK (length(author_name) <= 400),
    body        text COLLATE "C" NOT NULL CHECK (length(trim(body)) BETWEEN 1 AND 20000),
    created_at  timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(created_at))
);

-- One row per command that was carried out: a repeated id gives this result and writes nothing. The row is written first, so that a twin
-- sent at the same time waits for it, and has its result before the transaction ends.
CREATE TABLE dealdesk.command_log (
    command_id uuid PRIMARY KEY,
    actor_id   bigint NOT NULL,
    verb       text COLLATE "C" NOT NULL,
    deal_id    bigint,
    digest     text COLLATE "C" NOT NULL, -- SHA-256 of the arguments, so that an id cannot be used for something else
    result     jsonb,
    created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(created_at))
);

-- Where imported rows came from: what is already here is not imported again.
CREATE TABLE dealdesk.import_sources (
    source      text COLLATE "C" NOT NULL CHECK (length(source) <= 50), -- 'prototype'
    kind        text COLLATE "C" NOT NULL CHECK (length(kind) <= 50), -- deal, advertiser, agency, user, scoping_request, …
    source_key  text COLLATE "C" NOT NULL CHECK (length(source_key) <= 500), -- the key there
    target_id   bigint NOT NULL,
    imported_at timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(imported_at)),
    PRIMARY KEY (source, kind, source_key)
);

-- What a search looks through, in lower case: reference, name, client. Kept by triggers on deals.
CREATE TABLE dealdesk.deal_search_texts (
    deal_id bigint PRIMARY KEY REFERENCES dealdesk.deals (id),
    text    text COLLATE "C" NOT NULL
);

-- The first three characters of each of its words, so that a search walks the few deals that can match, newest first.
CREATE TABLE dealdesk.deal_search_starts (
    start   text COLLATE "C" NOT NULL,
    deal_id bigint NOT NULL REFERENCES dealdesk.deals (id),
    PRIMARY KEY (start, deal_id)
);

-- Which clients may write here, and whether the desk is closed for a while.
CREATE TABLE dealdesk.deployment (
    id          integer PRIMARY KEY CHECK (id = 1),
    min_client  integer NOT NULL DEFAULT 1 CHECK (min_client >= 1),
    max_client  integer NOT NULL DEFAULT 1,
    maintenance text COLLATE "C" CHECK (trim(maintenance) <> ''), -- what people are told while it is closed; NULL: open
    environment text COLLATE "C" NOT NULL DEFAULT 'production' CHECK (environment IN ('production', 'test', 'development')),
    CHECK (max_client >= min_client)
);

-- What changed, for the screens of others. Read by transaction: everything from the oldest one that was still open at the last look.
CREATE TABLE dealdesk.change_feed (
    xid     xid8 NOT NULL DEFAULT pg_current_xact_id(),
    topic   text COLLATE "C" NOT NULL CHECK (topic IN ('deal', 'reference', 'people')),
    deal_id bigint CHECK ((deal_id IS NOT NULL) = (topic = 'deal')),
    at      timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX change_feed_key ON dealdesk.change_feed (xid, topic, coalesce(deal_id, 0));
