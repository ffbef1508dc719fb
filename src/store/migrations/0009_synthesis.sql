-- What a synthesis says to each reader, what the person answered, who decided what the program suggested; copies that were
-- signed, with the proof of the signature; deliveries that wait, leave, fail, are told and received.

ALTER TABLE synthesis ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE lead ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE lead ADD COLUMN to_check TEXT NOT NULL DEFAULT '';
ALTER TABLE recommendation ADD COLUMN who TEXT NOT NULL DEFAULT '';
ALTER TABLE recommendation ADD COLUMN due TEXT NOT NULL DEFAULT '';

-- Short sentences of the person's page.
CREATE TABLE strength (
    synthesis_id TEXT NOT NULL REFERENCES synthesis (id),
    position     INTEGER NOT NULL,
    text         TEXT NOT NULL,
    PRIMARY KEY (synthesis_id, position)
) STRICT;

-- « Est-ce que cela vous ressemble ? », a paragraph at a time: a sitting, or the counsellor's reading.
CREATE TABLE resemblance (
    synthesis_id TEXT NOT NULL REFERENCES synthesis (id),
    paragraph    TEXT NOT NULL,
    answer       TEXT NOT NULL,
    staff_id     TEXT NOT NULL REFERENCES staff (id),
    at           TEXT NOT NULL,
    PRIMARY KEY (synthesis_id, paragraph)
) STRICT;

CREATE TABLE suggestion (
    synthesis_id TEXT NOT NULL REFERENCES synthesis (id),
    key          TEXT NOT NULL,
    decision     TEXT NOT NULL CONSTRAINT a_suggestion_is_decided CHECK (decision IN ('accepted', 'edited', 'dismissed')),
    staff_id     TEXT NOT NULL REFERENCES staff (id),
    at           TEXT NOT NULL,
    PRIMARY KEY (synthesis_id, key)
) STRICT;

-- A copy on paper that waits for its signatures: the fingerprint of what was printed.
CREATE TABLE paper_copy (
    synthesis_id TEXT NOT NULL REFERENCES synthesis (id),
    sha256       TEXT NOT NULL,
    staff_id     TEXT NOT NULL REFERENCES staff (id),
    at           TEXT NOT NULL,
    PRIMARY KEY (synthesis_id, sha256)
) STRICT;

-- A signed version: what was shown, who checked what, and the very bytes that are handed over.
CREATE TABLE signed_copy (
    synthesis_id       TEXT NOT NULL REFERENCES synthesis (id),
    version            INTEGER NOT NULL,
    way                TEXT NOT NULL CONSTRAINT a_synthesis_is_signed_in_a_known_way CHECK (way IN ('pad', 'paper')),
    identity           TEXT NOT NULL CONSTRAINT an_identity_is_checked_somehow CHECK (identity IN ('known', 'document', 'code')),
    staff_id           TEXT NOT NULL REFERENCES staff (id),
    at                 TEXT NOT NULL,
    station            TEXT NOT NULL,
    shown_sha256       TEXT NOT NULL,
    pdf                BLOB NOT NULL,
    sha256             TEXT NOT NULL,
    person_pdf         BLOB NOT NULL,
    person_sha256      TEXT NOT NULL,
    person_strokes     TEXT,
    counsellor_strokes TEXT,
    scan               TEXT,
    replaced_at        TEXT,
    replaced_by        TEXT REFERENCES staff (id),
    replaced_reason    TEXT,
    PRIMARY KEY (synthesis_id, version),
    CONSTRAINT both_sign_on_the_pad CHECK ((way = 'pad') = (person_strokes IS NOT NULL AND counsellor_strokes IS NOT NULL)),
    CONSTRAINT a_replaced_copy_says_why CHECK ((replaced_at IS NULL) = (replaced_reason IS NULL))
) STRICT;

-- Prescribers of a referral beside the one who wrote it.
CREATE TABLE co_prescriber (
    referral_id   TEXT NOT NULL REFERENCES referral (id),
    prescriber_id TEXT NOT NULL REFERENCES prescriber (id),
    staff_id      TEXT NOT NULL REFERENCES staff (id),
    at            TEXT NOT NULL,
    PRIMARY KEY (referral_id, prescriber_id)
) STRICT;

-- A delivery was a file in a folder; it now waits, leaves by a way, and is received.
CREATE TABLE sending (
    id            TEXT NOT NULL PRIMARY KEY,
    synthesis_id  TEXT NOT NULL REFERENCES synthesis (id),
    version       INTEGER NOT NULL,
    prescriber_id TEXT NOT NULL REFERENCES prescriber (id),
    staff_id      TEXT NOT NULL REFERENCES staff (id),
    at            TEXT NOT NULL,
    way           TEXT NOT NULL CONSTRAINT a_copy_leaves_in_a_known_way CHECK (way IN ('email', 'paper')),
    file          TEXT NOT NULL,
    sha256        TEXT NOT NULL,
    due           TEXT NOT NULL,
    state         TEXT NOT NULL CONSTRAINT a_delivery_has_a_state CHECK (state IN ('waiting', 'sent', 'failed', 'cancelled')),
    ended_at      TEXT,
    trouble       TEXT,
    password      TEXT,
    told_at       TEXT,
    received_at   TEXT,
    CONSTRAINT only_a_message_has_a_password CHECK (password IS NULL OR way = 'email')
) STRICT;
INSERT INTO sending (id, synthesis_id, version, prescriber_id, staff_id, at, way, file, sha256, due, state, ended_at)
    SELECT id, synthesis_id, 1, prescriber_id, staff_id, at, 'paper', file, sha256, at, 'sent', at FROM delivery;
DROP TABLE delivery;
ALTER TABLE sending RENAME TO delivery;
CREATE UNIQUE INDEX a_prescriber_receives_a_version_once ON delivery (synthesis_id, version, prescriber_id) WHERE state <> 'cancelled';
CREATE INDEX delivery_to_prescriber ON delivery (prescriber_id);
