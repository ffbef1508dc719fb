-- Paths that ended before their term, and what the prescriber is told of it.

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
