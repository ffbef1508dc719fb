-- Paths that ended before their term, and what the prescriber is told of it; the headings of an interview, and what is
-- written of it before it is recorded.

CREATE TABLE closing (
    referral_id TEXT NOT NULL PRIMARY KEY REFERENCES referral (id),
    reason      TEXT NOT NULL CONSTRAINT a_closing_has_a_known_reason
                CHECK (reason IN ('stopped_coming', 'refused', 'incomplete', 'other')),
    -- Never told outside the house.
    words       TEXT NOT NULL CONSTRAINT a_closing_says_why CHECK (length(trim(words)) > 0),
    staff_id    TEXT NOT NULL REFERENCES staff (id),
    at          TEXT NOT NULL
) STRICT;

-- The steps that were open when their path was closed: they open again if it is taken up again.
CREATE TABLE closing_step (
    referral_id TEXT NOT NULL REFERENCES closing (referral_id),
    step_id     TEXT NOT NULL PRIMARY KEY REFERENCES step (id)
) STRICT;

ALTER TABLE notice ADD COLUMN reason TEXT;

ALTER TABLE interview ADD COLUMN project_words TEXT NOT NULL DEFAULT '';
-- Codes with commas between them.
ALTER TABLE interview ADD COLUMN hindrances TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN hindrance_words TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN supports TEXT NOT NULL DEFAULT '';

-- An interview under way; gone once it is recorded.
CREATE TABLE interview_draft (
    referral_id     TEXT NOT NULL PRIMARY KEY REFERENCES referral (id),
    begun_at        TEXT,
    project         TEXT,
    situation       TEXT NOT NULL DEFAULT '',
    project_words   TEXT NOT NULL DEFAULT '',
    needs           TEXT NOT NULL DEFAULT '',
    hindrances      TEXT NOT NULL DEFAULT '',
    hindrance_words TEXT NOT NULL DEFAULT '',
    supports        TEXT NOT NULL DEFAULT ''
) STRICT;
