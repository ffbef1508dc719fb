-- Identifiers are UUIDv7 texts, instants UTC RFC 3339 texts with milliseconds, days YYYY-MM-DD, clock times HH:MM.
-- Constraint names state the rule that they keep.

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
    id         TEXT NOT NULL PRIMARY KEY,
    first_name TEXT NOT NULL,
    last_name  TEXT NOT NULL,
    role       TEXT NOT NULL CONSTRAINT a_role_is_known CHECK (role IN ('counsellor', 'facilitator', 'manager'))
) STRICT;

CREATE TABLE site (
    id      TEXT NOT NULL PRIMARY KEY,
    name    TEXT NOT NULL,
    address TEXT NOT NULL,
    CONSTRAINT a_site_is_recorded_once UNIQUE (name)
) STRICT;

CREATE TABLE prescriber (
    id         TEXT NOT NULL PRIMARY KEY,
    first_name TEXT NOT NULL,
    last_name  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    site_id    TEXT NOT NULL REFERENCES site (id),
    email      TEXT
) STRICT;

CREATE TABLE participant (
    id           TEXT NOT NULL PRIMARY KEY,
    first_name   TEXT NOT NULL,
    last_name    TEXT NOT NULL,
    -- Both names without accents or case, for search and for finding duplicates.
    folded_name  TEXT NOT NULL,
    birth_date   TEXT NOT NULL,
    phone        TEXT NOT NULL,
    email        TEXT,
    supports     TEXT NOT NULL,
    extra_time   TEXT NOT NULL,
    availability INTEGER NOT NULL CONSTRAINT a_week_has_ten_half_days CHECK (availability BETWEEN 0 AND 1023),
    CONSTRAINT a_person_is_recorded_once UNIQUE (folded_name, birth_date)
) STRICT;

CREATE TABLE consent (
    id             TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participant (id),
    subject        TEXT NOT NULL,
    sector         TEXT,
    text_version   TEXT NOT NULL,
    decision       TEXT NOT NULL,
    at             TEXT NOT NULL,
    staff_id       TEXT NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX consent_of_participant ON consent (participant_id);

CREATE TABLE referral (
    id             TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participant (id),
    prescriber_id  TEXT NOT NULL REFERENCES prescriber (id),
    received       TEXT NOT NULL,
    question       TEXT NOT NULL
) STRICT;
CREATE INDEX referral_of_participant ON referral (participant_id);

CREATE TABLE interview (
    id          TEXT NOT NULL PRIMARY KEY,
    referral_id TEXT NOT NULL REFERENCES referral (id),
    day         TEXT NOT NULL,
    minutes     INTEGER NOT NULL CONSTRAINT a_diagnostic_lasts_30_to_90_minutes CHECK (minutes BETWEEN 30 AND 90),
    staff_id    TEXT NOT NULL REFERENCES staff (id),
    project     TEXT NOT NULL,
    situation   TEXT NOT NULL,
    needs       TEXT NOT NULL,
    CONSTRAINT a_referral_has_one_diagnostic UNIQUE (referral_id)
) STRICT;

CREATE TABLE roadmap (
    id             TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participant (id),
    referral_id    TEXT NOT NULL REFERENCES referral (id),
    CONSTRAINT a_referral_has_one_roadmap UNIQUE (referral_id)
) STRICT;
CREATE INDEX roadmap_of_participant ON roadmap (participant_id);

CREATE TABLE step (
    id             TEXT NOT NULL PRIMARY KEY,
    roadmap_id     TEXT NOT NULL REFERENCES roadmap (id),
    position       INTEGER NOT NULL,
    activity       TEXT NOT NULL,
    purpose        TEXT NOT NULL,
    sector         TEXT,
    place          TEXT NOT NULL,
    reason         TEXT NOT NULL CONSTRAINT a_prescription_has_a_reason CHECK (length(trim(reason)) > 0),
    prescribed_at  TEXT NOT NULL,
    prescribed_by  TEXT NOT NULL REFERENCES staff (id),
    outcome        TEXT NOT NULL,
    ended_at       TEXT,
    ended_by       TEXT REFERENCES staff (id),
    ended_reason   TEXT,
    CONSTRAINT an_ended_step_has_its_date CHECK ((outcome = 'open') = (ended_at IS NULL)),
    CONSTRAINT a_dropped_step_names_who_and_why CHECK (outcome <> 'dropped' OR (ended_by IS NOT NULL AND length(trim(ended_reason)) > 0))
) STRICT;
CREATE INDEX step_of_roadmap ON step (roadmap_id);
CREATE INDEX open_step_of_activity ON step (activity) WHERE outcome = 'open';

CREATE TABLE sitting (
    id             TEXT NOT NULL PRIMARY KEY,
    step_id        TEXT NOT NULL REFERENCES step (id),
    participant_id TEXT NOT NULL REFERENCES participant (id),
    assessment     TEXT NOT NULL,
    version        TEXT NOT NULL,
    content_hash   TEXT NOT NULL,
    engine         TEXT NOT NULL,
    seed           INTEGER NOT NULL,
    CONSTRAINT a_step_has_one_sitting UNIQUE (step_id)
) STRICT;
CREATE INDEX sitting_of_participant ON sitting (participant_id);

CREATE TABLE sitting_event (
    sitting_id  TEXT NOT NULL REFERENCES sitting (id),
    seq         INTEGER NOT NULL,
    at          TEXT NOT NULL,
    kind        TEXT NOT NULL,
    item        TEXT,
    answer_kind TEXT,
    answer      TEXT,
    took_millis INTEGER,
    channel     TEXT,
    PRIMARY KEY (sitting_id, seq)
) STRICT;
CREATE UNIQUE INDEX an_item_is_answered_once ON sitting_event (sitting_id, item) WHERE kind = 'answered';

CREATE TABLE score (
    sitting_id TEXT NOT NULL REFERENCES sitting (id),
    scale      TEXT NOT NULL,
    n_items    INTEGER NOT NULL,
    n_answered INTEGER NOT NULL,
    needed     INTEGER,
    value      REAL,
    error      REAL,
    PRIMARY KEY (sitting_id, scale),
    CONSTRAINT a_score_exists_or_says_what_it_lacks CHECK ((value IS NULL) = (needed IS NOT NULL))
) STRICT;

CREATE TABLE station (
    name        TEXT NOT NULL PRIMARY KEY,
    wrong_codes INTEGER NOT NULL,
    blocked     INTEGER NOT NULL CONSTRAINT blocked_is_yes_or_no CHECK (blocked IN (0, 1)),
    last_seen   TEXT NOT NULL
) STRICT;

CREATE TABLE visit (
    id             TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participant (id),
    day            TEXT NOT NULL,
    code           TEXT NOT NULL CONSTRAINT a_code_has_six_digits CHECK (length(code) = 6),
    notice_at      TEXT,
    notice_hash    TEXT,
    CONSTRAINT a_person_has_one_visit_a_day UNIQUE (participant_id, day),
    CONSTRAINT a_code_opens_one_visit_of_its_day UNIQUE (day, code)
) STRICT;

CREATE TABLE session (
    id          TEXT NOT NULL PRIMARY KEY,
    workshop    TEXT NOT NULL,
    kind        TEXT NOT NULL,
    day         TEXT NOT NULL,
    start       TEXT NOT NULL,
    minutes     INTEGER NOT NULL,
    room        TEXT NOT NULL,
    facilitator TEXT NOT NULL REFERENCES staff (id),
    state       TEXT NOT NULL,
    changed_at  TEXT NOT NULL,
    changed_by  TEXT NOT NULL REFERENCES staff (id),
    reason      TEXT
) STRICT;
CREATE UNIQUE INDEX a_room_holds_one_session_at_a_time ON session (room, day, start) WHERE state <> 'cancelled';
CREATE INDEX session_of_day ON session (day);

CREATE TABLE seat (
    id             TEXT NOT NULL PRIMARY KEY,
    session_id     TEXT NOT NULL REFERENCES session (id),
    step_id        TEXT NOT NULL REFERENCES step (id),
    participant_id TEXT NOT NULL REFERENCES participant (id),
    attendance     TEXT,
    CONSTRAINT a_person_sits_once_in_a_session UNIQUE (session_id, participant_id)
) STRICT;
CREATE UNIQUE INDEX a_demand_has_one_seat ON seat (step_id) WHERE attendance IS NULL;

CREATE TABLE appointment (
    id             TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participant (id),
    staff_id       TEXT NOT NULL REFERENCES staff (id),
    kind           TEXT NOT NULL,
    day            TEXT NOT NULL,
    start          TEXT NOT NULL,
    minutes        INTEGER NOT NULL,
    state          TEXT NOT NULL,
    ended_at       TEXT,
    reason         TEXT,
    CONSTRAINT a_restitution_lasts_60_to_120_minutes CHECK (kind <> 'restitution' OR minutes BETWEEN 60 AND 120)
) STRICT;
CREATE UNIQUE INDEX a_member_of_staff_has_one_appointment_at_a_time ON appointment (staff_id, day, start) WHERE state <> 'cancelled';

CREATE TABLE observation (
    id             TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participant (id),
    staff_id       TEXT NOT NULL REFERENCES staff (id),
    at             TEXT NOT NULL,
    workshop       TEXT,
    text           TEXT NOT NULL
) STRICT;
CREATE INDEX observation_of_participant ON observation (participant_id);

CREATE TABLE synthesis (
    id          TEXT NOT NULL PRIMARY KEY,
    roadmap_id  TEXT NOT NULL REFERENCES roadmap (id),
    reading     TEXT NOT NULL,
    person_says TEXT NOT NULL,
    state       TEXT NOT NULL,
    written_by  TEXT REFERENCES staff (id),
    written_at  TEXT,
    signed_by   TEXT REFERENCES staff (id),
    signed_at   TEXT,
    CONSTRAINT a_roadmap_has_one_synthesis UNIQUE (roadmap_id),
    CONSTRAINT a_written_synthesis_names_its_author CHECK (state = 'draft' OR (written_by IS NOT NULL AND written_at IS NOT NULL)),
    CONSTRAINT a_signed_synthesis_names_who_saw_it CHECK (state <> 'signed' OR (signed_by IS NOT NULL AND signed_at IS NOT NULL))
) STRICT;

CREATE TABLE lead (
    synthesis_id TEXT NOT NULL REFERENCES synthesis (id),
    position     INTEGER NOT NULL,
    title        TEXT NOT NULL,
    evidence     TEXT NOT NULL,
    PRIMARY KEY (synthesis_id, position)
) STRICT;

CREATE TABLE recommendation (
    synthesis_id TEXT NOT NULL REFERENCES synthesis (id),
    position     INTEGER NOT NULL,
    text         TEXT NOT NULL,
    PRIMARY KEY (synthesis_id, position)
) STRICT;

CREATE TABLE delivery (
    id            TEXT NOT NULL PRIMARY KEY,
    synthesis_id  TEXT NOT NULL REFERENCES synthesis (id),
    prescriber_id TEXT NOT NULL REFERENCES prescriber (id),
    staff_id      TEXT NOT NULL REFERENCES staff (id),
    at            TEXT NOT NULL,
    file          TEXT NOT NULL,
    sha256        TEXT NOT NULL,
    CONSTRAINT a_prescriber_receives_a_synthesis_once UNIQUE (synthesis_id, prescriber_id)
) STRICT;

CREATE TABLE notice (
    id             TEXT NOT NULL PRIMARY KEY,
    prescriber_id  TEXT NOT NULL REFERENCES prescriber (id),
    participant_id TEXT NOT NULL REFERENCES participant (id),
    at             TEXT NOT NULL,
    subject        TEXT NOT NULL,
    sector         TEXT
) STRICT;

CREATE TABLE audit (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    staff_id TEXT REFERENCES staff (id),
    station TEXT,
    action  TEXT NOT NULL,
    object  TEXT NOT NULL,
    CONSTRAINT somebody_did_it CHECK (staff_id IS NOT NULL OR station IS NOT NULL)
) STRICT;
CREATE INDEX audit_of_object ON audit (object);
