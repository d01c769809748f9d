-- Schema 1.3: what reviews need besides: calendars and the steps of their clock, delegations, the owner's checklist, who has read which notices.

-- A calendar: when a region works. Times are the wall clock's of its zone; work_days are ISO days, Monday is 1.
CREATE TABLE dealdesk.calendars (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text COLLATE "C" NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 100),
    time_zone  text COLLATE "C" NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 100), -- IANA, 'America/New_York'
    work_days  text COLLATE "C" NOT NULL DEFAULT '12345' CHECK (length(work_days) BETWEEN 1 AND 7 AND work_days !~ '[^1-7]'),
    opens_at   text COLLATE "C" NOT NULL DEFAULT '09:00' CHECK (opens_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
    cutoff_at  text COLLATE "C" NOT NULL DEFAULT '16:00' CHECK (cutoff_at ~ '^[0-2][0-9]:[0-5][0-9]$' AND cutoff_at > opens_at),
    closes_at  text COLLATE "C" NOT NULL DEFAULT '17:00' CHECK (closes_at ~ '^[0-2][0-9]:[0-5][0-9]$' AND closes_at >= cutoff_at),
    is_default boolean NOT NULL DEFAULT false, -- of every region that has none of its own
    version    bigint NOT NULL DEFAULT 1,
    updated_at timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(updated_at))
);
CREATE UNIQUE INDEX idx_calendars_name ON dealdesk.calendars (lower(name));
CREATE UNIQUE INDEX idx_calendars_default ON dealdesk.calendars (is_default) WHERE is_default;

CREATE TABLE dealdesk.calendar_regions (
    region      text COLLATE "C" PRIMARY KEY CHECK (region IN ('northeast', 'midwest', 'midatlantic', 'west', 'south')),
    calendar_id bigint NOT NULL REFERENCES dealdesk.calendars (id)
);

CREATE INDEX idx_calendar_regions_calendar ON dealdesk.calendar_regions (calendar_id);

CREATE TABLE dealdesk.calendar_holidays (
    calendar_id bigint NOT NULL REFERENCES dealdesk.calendars (id),
    day         date NOT NULL CHECK (isfinite(day)),
    name        text COLLATE "C" NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    PRIMARY KEY (calendar_id, day)
);

-- The calendar worked out, working day by working day, as instants: what due dates are read from. The program works it out
-- (domain/business_clock.h), the same for every database. worked_before is the working time in milliseconds of all days before, so that
-- business time is a difference of two positions.
CREATE TABLE dealdesk.calendar_days (
    calendar_id   bigint NOT NULL REFERENCES dealdesk.calendars (id),
    day_number    integer NOT NULL, -- 1, 2, 3, … without gaps
    day           date NOT NULL CHECK (isfinite(day)),
    opens_at      timestamptz(3) NOT NULL CHECK (isfinite(opens_at)),
    cutoff_at     timestamptz(3) NOT NULL CHECK (isfinite(cutoff_at)),
    closes_at     timestamptz(3) NOT NULL CHECK (isfinite(closes_at)),
    worked_before bigint NOT NULL CHECK (worked_before >= 0),
    PRIMARY KEY (calendar_id, day_number),
    UNIQUE (calendar_id, day)
);
CREATE INDEX idx_calendar_days_opens ON dealdesk.calendar_days (calendar_id, opens_at);
CREATE INDEX idx_calendar_days_cutoff ON dealdesk.calendar_days (calendar_id, cutoff_at);
CREATE INDEX idx_calendar_days_worked ON dealdesk.calendar_days (calendar_id, worked_before);

-- carried_from: the approval that really looked at figures, of which this one is carried forward; its revision is what was approved.
ALTER TABLE dealdesk.deal_approvals ADD COLUMN carried_from bigint REFERENCES dealdesk.deal_approvals (id);
-- completed_by decided for this person, as their delegate
ALTER TABLE dealdesk.deal_approvals ADD COLUMN on_behalf_of bigint REFERENCES dealdesk.users (id);
-- the clock of the task: NULL in tasks from before there were calendars
ALTER TABLE dealdesk.deal_approvals ADD COLUMN calendar_id bigint REFERENCES dealdesk.calendars (id);
ALTER TABLE dealdesk.deal_approvals ADD COLUMN clock_started_at timestamptz(3) CHECK (isfinite(clock_started_at));
ALTER TABLE dealdesk.deal_approvals ADD COLUMN remind_at timestamptz(3) CHECK (isfinite(remind_at));
ALTER TABLE dealdesk.deal_approvals ADD COLUMN escalate_at timestamptz(3) CHECK (isfinite(escalate_at));
ALTER TABLE dealdesk.approval_actions ADD COLUMN on_behalf_of_name text COLLATE "C"; -- as it was
ALTER TABLE dealdesk.deal_status_history ADD COLUMN on_behalf_of_name text COLLATE "C";
ALTER TABLE dealdesk.deals ADD COLUMN acting_for bigint REFERENCES dealdesk.users (id); -- like acting_user_id, only while a status is changed

CREATE INDEX idx_approvals_carried ON dealdesk.deal_approvals (carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX idx_approvals_calendar ON dealdesk.deal_approvals (calendar_id) WHERE status = 'pending';
CREATE INDEX idx_approvals_remind ON dealdesk.deal_approvals (remind_at) WHERE status = 'pending';

-- What became of every approver when a revision was sent in, worked out then and never again: what the owner was shown, and what tasks come of it.
-- approval_key is a department or 'business', whose level is the one that decides, or decided where it is not required any more.
CREATE TABLE dealdesk.reapproval_steps (
    deal_id          bigint NOT NULL REFERENCES dealdesk.deals (id),
    revision_number  integer NOT NULL,
    approval_key     text COLLATE "C" NOT NULL
                     CHECK (approval_key IN ('trading', 'finance', 'creative', 'marketing', 'product', 'solutions', 'legal', 'business')),
    level            text COLLATE "C" NOT NULL DEFAULT '' CHECK (length(level) <= 50),
    outcome          text COLLATE "C" NOT NULL CHECK (outcome IN ('new', 'asked', 'carried', 'not_required')),
    cause            text COLLATE "C" NOT NULL
                     CHECK (cause IN ('none', 'changed', 'revision_requested', 'higher_level', 'separation_of_duties', 'imported')),
    base_approval_id bigint REFERENCES dealdesk.deal_approvals (id), -- the approval that really looked at the figures that are compared with
    PRIMARY KEY (deal_id, revision_number, approval_key, level),
    CHECK (outcome IN ('new', 'not_required') OR base_approval_id IS NOT NULL)
);
CREATE INDEX idx_reapproval_steps_base ON dealdesk.reapproval_steps (base_approval_id);

-- What the clock has done about a task: each step once.
CREATE TABLE dealdesk.approval_clock_steps (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    approval_id     bigint NOT NULL REFERENCES dealdesk.deal_approvals (id),
    deal_id         bigint NOT NULL REFERENCES dealdesk.deals (id),
    step            text COLLATE "C" NOT NULL CHECK (step IN ('reminder', 'overdue', 'escalation')),
    due_at          timestamptz(3) NOT NULL CHECK (isfinite(due_at)), -- when it was to happen
    noticed_at      timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(noticed_at)), -- when a client noticed
    escalated_to    bigint REFERENCES dealdesk.users (id), -- escalation in stage 1: the department's default assignee
    escalated_level text COLLATE "C" REFERENCES dealdesk.approval_levels (code), -- in stage 2: the level above
    UNIQUE (approval_id, step)
);
CREATE INDEX idx_clock_steps_deal ON dealdesk.approval_clock_steps (deal_id, noticed_at);
CREATE INDEX idx_clock_steps_noticed ON dealdesk.approval_clock_steps (noticed_at, id);

-- Out of office, with or without somebody who decides meanwhile. Never changed but ended: what was decided under it stays explained.
CREATE TABLE dealdesk.delegations (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delegator_id   bigint NOT NULL REFERENCES dealdesk.users (id),
    delegate_id    bigint REFERENCES dealdesk.users (id), -- NULL: nobody decides meanwhile
    starts_at      timestamptz(3) NOT NULL CHECK (isfinite(starts_at)),
    ends_at        timestamptz(3) NOT NULL CHECK (isfinite(ends_at)),
    scope          text COLLATE "C" NOT NULL DEFAULT 'all' CHECK (scope IN ('all', 'department', 'level')),
    department     text COLLATE "C" CHECK (department IN ('trading', 'finance', 'creative', 'marketing', 'product', 'solutions', 'legal')),
    approval_level text COLLATE "C" REFERENCES dealdesk.approval_levels (code),
    limit_amount   bigint CHECK (limit_amount >= 0), -- cents; only deals with a routing amount up to it; NULL: any
    out_of_office  boolean NOT NULL DEFAULT true, -- the delegator is away meanwhile
    comment        text COLLATE "C" NOT NULL DEFAULT '' CHECK (length(comment) <= 2000),
    created_by     bigint NOT NULL REFERENCES dealdesk.users (id),
    created_at     timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(created_at)),
    ended_at       timestamptz(3) CHECK (isfinite(ended_at)), -- ended before its time, or taken back before it began
    ended_by       bigint REFERENCES dealdesk.users (id),
    CHECK (ends_at > starts_at),
    CHECK (delegate_id IS NULL OR delegate_id <> delegator_id),
    CHECK (delegate_id IS NOT NULL OR out_of_office),
    CHECK ((scope = 'department') = (department IS NOT NULL)),
    CHECK ((scope = 'level') = (approval_level IS NOT NULL))
);
CREATE INDEX idx_delegations_delegate ON dealdesk.delegations (delegate_id, ends_at);
CREATE INDEX idx_delegations_delegator ON dealdesk.delegations (delegator_id, ends_at);

-- The owner's checklist: what a requested revision named, and whether it was dealt with. path '' is the request as a whole.
CREATE TABLE dealdesk.revision_ticks (
    approval_id bigint NOT NULL REFERENCES dealdesk.deal_approvals (id),
    path        text COLLATE "C" NOT NULL CHECK (length(path) <= 200),
    is_done     boolean NOT NULL,
    ticked_by   bigint NOT NULL REFERENCES dealdesk.users (id),
    ticked_at   timestamptz(3) NOT NULL DEFAULT clock_timestamp() CHECK (isfinite(ticked_at)),
    PRIMARY KEY (approval_id, path)
);

-- Up to where somebody has read their notices; the notices themselves are a view.
CREATE TABLE dealdesk.notice_marks (
    user_id    bigint PRIMARY KEY REFERENCES dealdesk.users (id),
    read_up_to timestamptz(3) NOT NULL CHECK (isfinite(read_up_to))
);

-- What notices are read from, newest days only.
CREATE INDEX idx_actions_told ON dealdesk.approval_actions (created_at) WHERE action_type IN ('request_revision', 'reject', 'rescind');
CREATE INDEX idx_history_approved ON dealdesk.deal_status_history (changed_at) WHERE status = 'approved';
