-- Schema 1.3: what reviews need besides: calendars and the steps of their clock, delegations, the owner's checklist, who has read which notices.

-- A calendar: when a region works. Times are the wall clock's of its zone; work_days are ISO days, Monday is 1.
CREATE TABLE calendars (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    name       TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) BETWEEN 1 AND 100),
    time_zone  TEXT NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 100), -- IANA, 'America/New_York'
    work_days  TEXT NOT NULL DEFAULT '12345' CHECK (length(work_days) BETWEEN 1 AND 7 AND work_days NOT GLOB '*[^1-7]*'),
    opens_at   TEXT NOT NULL DEFAULT '09:00' CHECK (opens_at GLOB '[0-2][0-9]:[0-5][0-9]'),
    cutoff_at  TEXT NOT NULL DEFAULT '16:00' CHECK (cutoff_at GLOB '[0-2][0-9]:[0-5][0-9]' AND cutoff_at > opens_at),
    closes_at  TEXT NOT NULL DEFAULT '17:00' CHECK (closes_at GLOB '[0-2][0-9]:[0-5][0-9]' AND closes_at >= cutoff_at),
    is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)), -- of every region that has none of its own
    version    INTEGER NOT NULL DEFAULT 1,
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
CREATE UNIQUE INDEX idx_calendars_default ON calendars (is_default) WHERE is_default = 1;

CREATE TABLE calendar_regions (
    region      TEXT PRIMARY KEY CHECK (region IN ('northeast', 'midwest', 'midatlantic', 'west', 'south')),
    calendar_id INTEGER NOT NULL REFERENCES calendars (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_holidays (
    calendar_id INTEGER NOT NULL REFERENCES calendars (id),
    day         TEXT NOT NULL CHECK (day IS date(day)),
    name        TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    PRIMARY KEY (calendar_id, day)
) STRICT, WITHOUT ROWID;

-- The calendar worked out, working day by working day, as instants: what due dates are read from. The program works it out
-- (domain/business_clock.h), the same for every database. worked_before is the working time in milliseconds of all days before, so that
-- business time is a difference of two positions.
CREATE TABLE calendar_days (
    calendar_id   INTEGER NOT NULL REFERENCES calendars (id),
    day_number    INTEGER NOT NULL, -- 1, 2, 3, … without gaps
    day           TEXT NOT NULL CHECK (day IS date(day)),
    opens_at      TEXT NOT NULL,
    cutoff_at     TEXT NOT NULL,
    closes_at     TEXT NOT NULL,
    worked_before INTEGER NOT NULL CHECK (worked_before >= 0),
    PRIMARY KEY (calendar_id, day_number),
    UNIQUE (calendar_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX idx_calendar_days_opens ON calendar_days (calendar_id, opens_at);
CREATE INDEX idx_calendar_days_cutoff ON calendar_days (calendar_id, cutoff_at);
CREATE INDEX idx_calendar_days_worked ON calendar_days (calendar_id, worked_before);

-- carried_from: the approval that really looked at figures, of which this one is carried forward; its revision is what was approved.
ALTER TABLE deal_approvals ADD COLUMN carried_from INTEGER REFERENCES deal_approvals (id);
-- completed_by decided for this person, as their delegate
ALTER TABLE deal_approvals ADD COLUMN on_behalf_of INTEGER REFERENCES users (id);
-- the clock of the task: NULL in tasks from before there were calendars
ALTER TABLE deal_approvals ADD COLUMN calendar_id INTEGER REFERENCES calendars (id);
ALTER TABLE deal_approvals ADD COLUMN clock_started_at TEXT;
ALTER TABLE deal_approvals ADD COLUMN remind_at TEXT;
ALTER TABLE deal_approvals ADD COLUMN escalate_at TEXT;
ALTER TABLE approval_actions ADD COLUMN on_behalf_of_name TEXT; -- as it was
ALTER TABLE deal_status_history ADD COLUMN on_behalf_of_name TEXT;
ALTER TABLE deals ADD COLUMN acting_for INTEGER REFERENCES users (id); -- like acting_user_id, only while a status is changed

CREATE INDEX idx_approvals_on_behalf_of ON deal_approvals (deal_id, on_behalf_of) WHERE on_behalf_of IS NOT NULL;
CREATE INDEX idx_approvals_remind ON deal_approvals (remind_at) WHERE status = 'pending';

-- What became of every approver when a revision was sent in, worked out then and never again: what the owner was shown, and what tasks come of it.
-- approval_key is a department or 'business', whose level is the one that decides, or decided where it is not required any more.
CREATE TABLE reapproval_steps (
    deal_id          INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    revision_number  INTEGER NOT NULL,
    approval_key     TEXT NOT NULL CHECK (approval_key IN ('trading', 'finance', 'creative', 'marketing', 'product', 'solutions', 'legal', 'business')),
    level            TEXT NOT NULL DEFAULT '',
    outcome          TEXT NOT NULL CHECK (outcome IN ('new', 'asked', 'carried', 'not_required')),
    cause            TEXT NOT NULL CHECK (cause IN ('none', 'changed', 'revision_requested', 'higher_level', 'separation_of_duties', 'imported')),
    base_approval_id INTEGER REFERENCES deal_approvals (id), -- the approval that really looked at the figures that are compared with
    PRIMARY KEY (deal_id, revision_number, approval_key, level),
    CHECK (outcome IN ('new', 'not_required') OR base_approval_id IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- What the clock has done about a task: each step once.
CREATE TABLE approval_clock_steps (
    id              INTEGER PRIMARY KEY CHECK (id > 0),
    approval_id     INTEGER NOT NULL REFERENCES deal_approvals (id) ON DELETE CASCADE,
    deal_id         INTEGER NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    step            TEXT NOT NULL CHECK (step IN ('reminder', 'overdue', 'escalation')),
    due_at          TEXT NOT NULL, -- when it was to happen
    noticed_at      TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), -- when a client noticed
    escalated_to    INTEGER REFERENCES users (id), -- escalation in stage 1: the department's default assignee
    escalated_level TEXT REFERENCES approval_levels (code), -- in stage 2: the level above
    UNIQUE (approval_id, step)
) STRICT;
CREATE INDEX idx_clock_steps_deal ON approval_clock_steps (deal_id, noticed_at);
CREATE INDEX idx_clock_steps_noticed ON approval_clock_steps (noticed_at, id);

-- Out of office, with or without somebody who decides meanwhile. Never changed but ended: what was decided under it stays explained.
CREATE TABLE delegations (
    id             INTEGER PRIMARY KEY CHECK (id > 0),
    delegator_id   INTEGER NOT NULL REFERENCES users (id),
    delegate_id    INTEGER REFERENCES users (id), -- NULL: nobody decides meanwhile
    starts_at      TEXT NOT NULL,
    ends_at        TEXT NOT NULL,
    scope          TEXT NOT NULL DEFAULT 'all' CHECK (scope IN ('all', 'department', 'level')),
    department     TEXT CHECK (department IN ('trading', 'finance', 'creative', 'marketing', 'product', 'solutions', 'legal')),
    approval_level TEXT REFERENCES approval_levels (code),
    limit_amount   INTEGER CHECK (limit_amount >= 0), -- cents; only deals with a routing amount up to it; NULL: any
    out_of_office  INTEGER NOT NULL DEFAULT 1 CHECK (out_of_office IN (0, 1)), -- the delegator is away meanwhile
    comment        TEXT NOT NULL DEFAULT '' CHECK (length(comment) <= 2000),
    created_by     INTEGER NOT NULL REFERENCES users (id),
    created_at     TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    ended_at       TEXT, -- ended before its time, or taken back before it began
    ended_by       INTEGER REFERENCES users (id),
    CHECK (ends_at > starts_at),
    CHECK (delegate_id IS NULL OR delegate_id <> delegator_id),
    CHECK (delegate_id IS NOT NULL OR out_of_office = 1),
    CHECK ((scope = 'department') = (department IS NOT NULL)),
    CHECK ((scope = 'level') = (approval_level IS NOT NULL))
) STRICT;
CREATE INDEX idx_delegations_delegate ON delegations (delegate_id, ends_at);
CREATE INDEX idx_delegations_delegator ON delegations (delegator_id, ends_at);

-- The owner's checklist: what a requested revision named, and whether it was dealt with. path '' is the request as a whole.
CREATE TABLE revision_ticks (
    approval_id INTEGER NOT NULL REFERENCES deal_approvals (id) ON DELETE CASCADE,
    path        TEXT NOT NULL CHECK (length(path) <= 200),
    is_done     INTEGER NOT NULL CHECK (is_done IN (0, 1)),
    ticked_by   INTEGER NOT NULL REFERENCES users (id),
    ticked_at   TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    PRIMARY KEY (approval_id, path)
) STRICT, WITHOUT ROWID;

-- Up to where somebody has read their notices; the notices themselves are a view.
CREATE TABLE notice_marks (
    user_id    INTEGER PRIMARY KEY REFERENCES users (id),
    read_up_to TEXT NOT NULL
) STRICT;

-- What notices are read from, newest days only.
CREATE INDEX idx_actions_told ON approval_actions (created_at) WHERE action_type IN ('request_revision', 'reject', 'rescind');
CREATE INDEX idx_history_approved ON deal_status_history (changed_at) WHERE status = 'approved';
