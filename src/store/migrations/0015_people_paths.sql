-- Each referral is a path of its own, one of them on hand; a question that stands for one to ask; the postal address; half-days
-- that were asked for; what each import wrote.

-- When it was recorded, or taken in hand again; rows of an older program do not say it.
ALTER TABLE referral ADD COLUMN in_hand_at TEXT;
ALTER TABLE referral ADD COLUMN question_to_ask INTEGER NOT NULL DEFAULT 0
    CONSTRAINT a_question_is_asked_or_not CHECK (question_to_ask IN (0, 1));
UPDATE referral SET question_to_ask = 1 WHERE question = 'Question à préciser avec le prescripteur.';

ALTER TABLE participant ADD COLUMN address TEXT NOT NULL DEFAULT '';
-- Ten half-days were ticked from the start: whoever has all of them was perhaps never asked.
ALTER TABLE participant ADD COLUMN half_days_asked INTEGER NOT NULL DEFAULT 0
    CONSTRAINT half_days_are_asked_or_not CHECK (half_days_asked IN (0, 1));
UPDATE participant SET half_days_asked = 1 WHERE availability <> 1023;

CREATE TABLE people_import (
    id          TEXT NOT NULL PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    staff_id    TEXT NOT NULL REFERENCES staff (id),
    at          TEXT NOT NULL,
    undone_at   TEXT
) STRICT;

-- The rows that an import made; they are looked for by their ids and may be gone once it is undone.
CREATE TABLE people_import_row (
    import_id TEXT NOT NULL REFERENCES people_import (id),
    place     TEXT NOT NULL CONSTRAINT an_import_makes_known_rows CHECK (place IN ('participant', 'referral', 'prescriber')),
    row_id    TEXT NOT NULL,
    CONSTRAINT a_row_is_imported_once UNIQUE (place, row_id)
) STRICT;
CREATE INDEX people_import_row_of_import ON people_import_row (import_id);
