-- The session where somebody was observed, so that a whole group is one page; who besides the counsellor handles measures
-- that touch on health.
ALTER TABLE sitting ADD COLUMN session_id TEXT REFERENCES session (id)
    CONSTRAINT a_session_is_where_something_was_observed CHECK (session_id IS NULL OR observer_id IS NOT NULL);
CREATE INDEX sitting_of_session ON sitting (session_id) WHERE session_id IS NOT NULL;
ALTER TABLE staff ADD COLUMN handles_health INTEGER NOT NULL DEFAULT 0
    CONSTRAINT a_right_is_given_or_not CHECK (handles_health IN (0, 1));
