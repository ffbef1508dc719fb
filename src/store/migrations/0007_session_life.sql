-- How a person would like to be told; none stands for what their file makes possible.
ALTER TABLE participant ADD COLUMN channel TEXT;

-- A seat remembers when it was taken or ended, whether it was given back before the session, why the service took it
-- back, and how often it has changed: readers of a calendar keep the highest.
ALTER TABLE seat ADD COLUMN changed_at TEXT NOT NULL DEFAULT '2000-01-01T00:00:00.000Z';
ALTER TABLE seat ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CONSTRAINT withdrawn_or_not CHECK (withdrawn IN (0, 1));
ALTER TABLE seat ADD COLUMN reason TEXT;
ALTER TABLE seat ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
UPDATE seat SET changed_at = (SELECT e.changed_at FROM session e WHERE e.id = seat.session_id);

-- A session that somebody may choose. Whether an offer still stands follows from its session, its step and its seats.
CREATE TABLE offer (
    id          TEXT NOT NULL PRIMARY KEY,
    step_id     TEXT NOT NULL REFERENCES step (id),
    session_id  TEXT NOT NULL REFERENCES session (id),
    offered_at  TEXT NOT NULL,
    staff_id    TEXT NOT NULL REFERENCES staff (id),
    answer      TEXT,
    answered_at TEXT,
    CONSTRAINT an_answer_has_its_date CHECK ((answer IS NULL) = (answered_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX a_session_is_offered_once_at_a_time ON offer (step_id, session_id) WHERE answer IS NULL;
CREATE INDEX offer_of_session ON offer (session_id);

-- Who was told what, about which version, how.
CREATE TABLE told (
    id             TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participant (id),
    session_id     TEXT REFERENCES session (id),
    appointment_id TEXT REFERENCES appointment (id),
    what           TEXT NOT NULL,
    version        INTEGER NOT NULL,
    channel        TEXT NOT NULL,
    at             TEXT NOT NULL,
    staff_id       TEXT NOT NULL REFERENCES staff (id),
    CONSTRAINT one_is_told_of_one_thing CHECK ((session_id IS NULL) <> (appointment_id IS NULL))
) STRICT;
CREATE INDEX told_of_session ON told (session_id);
CREATE INDEX told_of_appointment ON told (appointment_id);

-- Somebody looked at a session that may be too small, and holds it.
CREATE TABLE session_check (
    id         TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    at         TEXT NOT NULL,
    staff_id   TEXT NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX check_of_session ON session_check (session_id);

-- People who came without having been convened: a participant, or an inhabitant of whom the sheet has only the name.
CREATE TABLE walk_in (
    id             TEXT NOT NULL PRIMARY KEY,
    session_id     TEXT NOT NULL REFERENCES session (id),
    participant_id TEXT REFERENCES participant (id),
    name           TEXT,
    at             TEXT NOT NULL,
    staff_id       TEXT NOT NULL REFERENCES staff (id),
    CONSTRAINT a_walk_in_is_somebody CHECK ((participant_id IS NULL) <> (name IS NULL)),
    CONSTRAINT a_participant_walks_in_once UNIQUE (session_id, participant_id)
) STRICT;

-- Sheets that came back signed, one for each half-day; a later one of the same half-day is a dated correction.
CREATE TABLE signed_sheet (
    id           TEXT NOT NULL PRIMARY KEY,
    session_id   TEXT NOT NULL REFERENCES session (id),
    half         TEXT NOT NULL CONSTRAINT a_day_has_two_halves CHECK (half IN ('morning', 'afternoon')),
    kind         TEXT NOT NULL CONSTRAINT on_paper_or_on_the_pad CHECK (kind IN ('paper', 'pad')),
    -- Fingerprint of the session's version that was signed.
    version_hash TEXT NOT NULL,
    -- The scan, in the folder of signed sheets, and its SHA-256.
    file         TEXT,
    sha256       TEXT,
    at           TEXT NOT NULL,
    staff_id     TEXT NOT NULL REFERENCES staff (id),
    CONSTRAINT a_scan_has_its_fingerprint CHECK ((file IS NULL) = (sha256 IS NULL))
) STRICT;
CREATE INDEX sheet_of_session ON signed_sheet (session_id);

-- What was drawn on a touch screen: of a convened person, of a walk-in, or of who leads.
CREATE TABLE pad_signature (
    id             TEXT NOT NULL PRIMARY KEY,
    session_id     TEXT NOT NULL REFERENCES session (id),
    half           TEXT NOT NULL,
    participant_id TEXT REFERENCES participant (id),
    walk_in_id     TEXT REFERENCES walk_in (id),
    staff_id       TEXT REFERENCES staff (id),
    strokes        TEXT NOT NULL,
    at             TEXT NOT NULL,
    -- Who was working beside the screen.
    witness_id     TEXT NOT NULL REFERENCES staff (id),
    CONSTRAINT a_signature_is_of_one_person
        CHECK ((participant_id IS NOT NULL) + (walk_in_id IS NOT NULL) + (staff_id IS NOT NULL) = 1)
) STRICT;
CREATE UNIQUE INDEX a_person_signs_a_half_day_once ON pad_signature (session_id, half, coalesce(participant_id, walk_in_id, staff_id));

-- Absences that the counsellor has looked at.
CREATE TABLE absence_review (
    id             TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participant (id),
    at             TEXT NOT NULL,
    staff_id       TEXT NOT NULL REFERENCES staff (id)
) STRICT;
