-- A letter to a prescriber waits until somebody says how the prescriber was told, or until what it says is no longer so.
ALTER TABLE notice ADD COLUMN staff_id TEXT REFERENCES staff (id);
ALTER TABLE notice ADD COLUMN state TEXT NOT NULL DEFAULT 'waiting' CONSTRAINT a_letter_is_in_a_known_state
    CHECK (state IN ('waiting', 'told', 'withdrawn'));
ALTER TABLE notice ADD COLUMN ended_at TEXT;
ALTER TABLE notice ADD COLUMN ended_by TEXT REFERENCES staff (id);
ALTER TABLE notice ADD COLUMN way TEXT;

ALTER TABLE prescriber ADD COLUMN phone TEXT NOT NULL DEFAULT '';
