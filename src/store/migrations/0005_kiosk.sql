-- The badge of pictures of a visit: a letter for each of its five pictures. Visits of earlier days have none.
ALTER TABLE visit ADD COLUMN badge TEXT CONSTRAINT a_badge_has_five_pictures CHECK (length(badge) = 5);
CREATE UNIQUE INDEX a_badge_opens_one_visit_of_its_day ON visit (day, badge);

-- What became of the warm-up in this visit.
ALTER TABLE visit ADD COLUMN warm_up TEXT CONSTRAINT a_warm_up_is_done_or_skipped CHECK (warm_up IN ('done', 'skipped'));

-- How a person likes the kiosk; somebody without a row has it as it comes.
CREATE TABLE comfort (
    participant_id TEXT NOT NULL PRIMARY KEY REFERENCES participant (id),
    scheme         TEXT NOT NULL,
    face           TEXT NOT NULL,
    zoom_percent   INTEGER NOT NULL CONSTRAINT a_zoom_is_from_100_to_200 CHECK (zoom_percent BETWEEN 100 AND 200),
    reduced_motion INTEGER NOT NULL CONSTRAINT motion_is_reduced_or_not CHECK (reduced_motion IN (0, 1)),
    reading_ruler  INTEGER NOT NULL CONSTRAINT a_ruler_is_there_or_not CHECK (reading_ruler IN (0, 1)),
    listening      TEXT NOT NULL,
    -- The means that the warm-up has seen; none before it.
    means          TEXT
) STRICT;
