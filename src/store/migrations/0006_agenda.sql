-- What sessions and appointments take: rooms, material, people's time. The first rows are what the service has; all can change.
CREATE TABLE room (
    name   TEXT NOT NULL PRIMARY KEY,
    places INTEGER NOT NULL CONSTRAINT a_room_has_places CHECK (places > 0)
) STRICT;
INSERT INTO room (name, places) VALUES ('Salle Jean Bart', 14), ('Salle des Dunes', 14), ('Espace numérique', 12);

CREATE TABLE equipment (
    name          TEXT NOT NULL PRIMARY KEY,
    quantity      INTEGER NOT NULL CONSTRAINT a_quantity_is_not_negative CHECK (quantity >= 0),
    -- Between two uses: cleaning, charging.
    reset_minutes INTEGER NOT NULL CONSTRAINT a_reset_is_not_negative CHECK (reset_minutes >= 0)
) STRICT;
INSERT INTO equipment (name, quantity, reset_minutes) VALUES ('Casque de réalité virtuelle', 2, 15);

-- The workshops that a member of staff leads; without a row they lead every one.
CREATE TABLE skill (
    staff_id TEXT NOT NULL REFERENCES staff (id),
    workshop TEXT NOT NULL,
    PRIMARY KEY (staff_id, workshop)
) STRICT, WITHOUT ROWID;

-- Days, both included. Why somebody is away is nobody's business.
CREATE TABLE absence (
    id             TEXT NOT NULL PRIMARY KEY,
    staff_id       TEXT REFERENCES staff (id),
    participant_id TEXT REFERENCES participant (id),
    from_day       TEXT NOT NULL,
    until_day      TEXT NOT NULL,
    CONSTRAINT an_absence_is_of_one_person CHECK ((staff_id IS NULL) <> (participant_id IS NULL)),
    CONSTRAINT an_absence_ends_after_it_begins CHECK (from_day <= until_day)
) STRICT;
CREATE INDEX absence_of_participant ON absence (participant_id);

-- Closed days of the service, and days that would be closed and are not.
CREATE TABLE special_day (
    day    TEXT NOT NULL PRIMARY KEY,
    is_open INTEGER NOT NULL CONSTRAINT open_or_closed CHECK (is_open IN (0, 1)),
    name   TEXT NOT NULL
) STRICT;

CREATE TABLE school_holiday (
    name      TEXT NOT NULL,
    from_day  TEXT NOT NULL PRIMARY KEY,
    until_day TEXT NOT NULL,
    CONSTRAINT holidays_end_after_they_begin CHECK (from_day <= until_day)
) STRICT;

-- The last day on which a step is of use to the person.
ALTER TABLE step ADD COLUMN deadline TEXT;

-- An individual activity: its step, and what it takes.
ALTER TABLE appointment ADD COLUMN step_id TEXT REFERENCES step (id);
ALTER TABLE appointment ADD COLUMN room TEXT;
ALTER TABLE appointment ADD COLUMN equipment TEXT;

-- How often the calendar entry has changed.
ALTER TABLE appointment ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

-- A clash that somebody accepted, and why.
CREATE TABLE exception (
    id             TEXT NOT NULL PRIMARY KEY,
    session_id     TEXT REFERENCES session (id),
    appointment_id TEXT REFERENCES appointment (id),
    reason         TEXT NOT NULL,
    at             TEXT NOT NULL,
    staff_id       TEXT NOT NULL REFERENCES staff (id),
    CONSTRAINT an_exception_is_of_one_thing CHECK ((session_id IS NULL) <> (appointment_id IS NULL))
) STRICT;
