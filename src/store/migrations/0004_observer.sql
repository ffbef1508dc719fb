-- A sitting belongs to a step, or is what an observer entered about a person: then it has no step, and says who and where.
-- The table is made again, because a column cannot lose its NOT NULL; its events and scores find their sitting at the end.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE sitting_before AS SELECT * FROM sitting;
DROP TABLE sitting;
CREATE TABLE sitting (
    id             TEXT NOT NULL PRIMARY KEY,
    step_id        TEXT REFERENCES step (id),
    observer_id    TEXT REFERENCES staff (id),
    -- The workshop where it was observed; empty when it was elsewhere.
    workshop       TEXT,
    participant_id TEXT NOT NULL REFERENCES participant (id),
    assessment     TEXT NOT NULL,
    version        TEXT NOT NULL,
    content_hash   TEXT NOT NULL,
    engine         TEXT NOT NULL,
    seed           INTEGER NOT NULL,
    CONSTRAINT a_step_has_one_sitting UNIQUE (step_id),
    CONSTRAINT a_sitting_has_a_step_or_an_observer CHECK ((step_id IS NULL) <> (observer_id IS NULL)),
    CONSTRAINT a_workshop_is_where_something_was_observed CHECK (workshop IS NULL OR observer_id IS NOT NULL)
) STRICT;
INSERT INTO sitting (id, step_id, participant_id, assessment, version, content_hash, engine, seed)
SELECT id, step_id, participant_id, assessment, version, content_hash, engine, seed FROM sitting_before;
DROP TABLE sitting_before;
CREATE INDEX sitting_of_participant ON sitting (participant_id);
