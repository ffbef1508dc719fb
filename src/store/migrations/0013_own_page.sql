-- « Ma boussole » at the kiosks: what a signed page says, whether it may be opened there, and that its person opened and
-- heard it.

-- The words of a signed version, as they were printed: a part of the page, its title (sentence 0) and its sentences, in
-- words of one weight each.
CREATE TABLE own_page_words (
    synthesis_id TEXT NOT NULL REFERENCES synthesis (id),
    version      INTEGER NOT NULL,
    part         INTEGER NOT NULL,
    sentence     INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    -- Of the part, beside its title.
    picture      TEXT,
    strong       INTEGER NOT NULL CONSTRAINT words_are_strong_or_not CHECK (strong IN (0, 1)),
    text         TEXT NOT NULL,
    PRIMARY KEY (synthesis_id, version, part, sentence, position)
) STRICT;

-- The counsellor's last word on a page at the kiosks, said with the person.
CREATE TABLE own_page_opening (
    synthesis_id TEXT NOT NULL PRIMARY KEY REFERENCES synthesis (id),
    staff_id     TEXT NOT NULL REFERENCES staff (id),
    at           TEXT NOT NULL,
    is_open      INTEGER NOT NULL CONSTRAINT a_page_is_open_or_not CHECK (is_open IN (0, 1))
) STRICT;

-- What a person did with their page in one visit: nothing of what it says.
CREATE TABLE own_page_reading (
    visit_id     TEXT NOT NULL REFERENCES visit (id),
    synthesis_id TEXT NOT NULL REFERENCES synthesis (id),
    version      INTEGER NOT NULL,
    station      TEXT NOT NULL,
    opened_at    TEXT NOT NULL,
    last_at      TEXT NOT NULL,
    openings     INTEGER NOT NULL,
    listenings   INTEGER NOT NULL,
    screen       INTEGER NOT NULL,
    under_way    INTEGER NOT NULL CONSTRAINT a_reading_goes_on_or_not CHECK (under_way IN (0, 1)),
    heard_at     TEXT,
    ended_at     TEXT,
    PRIMARY KEY (visit_id, synthesis_id, version)
) STRICT;
CREATE INDEX own_page_reading_of_synthesis ON own_page_reading (synthesis_id);
