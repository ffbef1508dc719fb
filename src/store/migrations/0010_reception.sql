-- When somebody arrived; visits of an older program do not say it.
ALTER TABLE visit ADD COLUMN opened_at TEXT;

-- Settings that change on a day: what stands on a day is the latest row that begins on it or before. Rows are added, never
-- changed: each says who wrote it and when.
CREATE TABLE dated_setting (
    seq      INTEGER NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    value    TEXT NOT NULL,
    from_day TEXT NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    at       TEXT NOT NULL
) STRICT;
CREATE INDEX dated_setting_of_name ON dated_setting (name, from_day);
