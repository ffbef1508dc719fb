-- An interview under way keeps its day, its length and its ticks; an account that was corrected stays beside the one that
-- replaced it; both hands under an account; what a lead rests on.
ALTER TABLE interview_draft ADD COLUMN day TEXT;
ALTER TABLE interview_draft ADD COLUMN minutes INTEGER;
ALTER TABLE interview_draft ADD COLUMN turned TEXT NOT NULL DEFAULT '';
ALTER TABLE lead ADD COLUMN supports TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

CREATE TABLE interview_account (
    interview_id    TEXT NOT NULL REFERENCES interview (id),
    version         INTEGER NOT NULL,
    day             TEXT NOT NULL,
    minutes         INTEGER NOT NULL,
    staff_id        TEXT NOT NULL REFERENCES staff (id),
    project         TEXT NOT NULL,
    situation       TEXT NOT NULL,
    project_words   TEXT NOT NULL,
    needs           TEXT NOT NULL,
    hindrances      TEXT NOT NULL,
    hindrance_words TEXT NOT NULL,
    supports        TEXT NOT NULL,
    replaced_by     TEXT NOT NULL REFERENCES staff (id),
    replaced_at     TEXT NOT NULL,
    PRIMARY KEY (interview_id, version)
) STRICT;

CREATE TABLE interview_signature (
    interview_id TEXT NOT NULL REFERENCES interview (id),
    version      INTEGER NOT NULL,
    person       TEXT NOT NULL,
    counsellor   TEXT NOT NULL,
    staff_id     TEXT NOT NULL REFERENCES staff (id),
    signed_at    TEXT NOT NULL,
    PRIMARY KEY (interview_id, version)
) STRICT;
