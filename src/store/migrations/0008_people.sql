-- A participant's file has a number, a gender, a commune and practical needs; two people may have the same name and birth
-- date. The table is made again, because a constraint cannot be taken away; what names it finds it at the end.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE participant_before AS SELECT * FROM participant;
DROP TABLE participant;
CREATE TABLE participant (
    id            TEXT NOT NULL PRIMARY KEY,
    -- The number of the file, as people say it.
    number        INTEGER NOT NULL CONSTRAINT a_file_has_its_own_number UNIQUE,
    first_name    TEXT NOT NULL,
    last_name     TEXT NOT NULL,
    -- Both names without accents or case, for order and for finding duplicates.
    folded_name   TEXT NOT NULL,
    -- Everything a person is looked for by: the folded name, the figures of the phone, the birth date as ddmmyyyy.
    search        TEXT NOT NULL,
    birth_date    TEXT NOT NULL,
    gender        TEXT NOT NULL CONSTRAINT a_gender_is_known CHECK (gender IN ('woman', 'man', 'non_binary', 'untold')),
    phone         TEXT NOT NULL,
    email         TEXT,
    -- INSEE code; without one, the name is of a commune outside the list, or empty.
    commune_code  TEXT,
    commune_name  TEXT NOT NULL,
    -- Words separated by spaces.
    needs         TEXT NOT NULL,
    -- The interpreter's.
    language      TEXT NOT NULL,
    supports      TEXT NOT NULL,
    extra_time    TEXT NOT NULL,
    availability  INTEGER NOT NULL CONSTRAINT a_week_has_ten_half_days CHECK (availability BETWEEN 0 AND 1023),
    -- How a person would like to be told; none stands for what their file makes possible.
    channel       TEXT,
    -- The file that this one was merged into: it is hidden as long as that stands.
    merged_into   TEXT REFERENCES participant (id)
) STRICT;
INSERT INTO participant
SELECT id, row_number() OVER (ORDER BY id), first_name, last_name, folded,
       folded || ' ' || replace(replace(replace(phone, ' ', ''), '.', ''), '-', '') || ' '
           || substr(birth_date, 9, 2) || substr(birth_date, 6, 2) || substr(birth_date, 1, 4),
       birth_date, 'untold', phone, email, NULL, '', '', '', supports, extra_time, availability, channel, NULL
FROM (SELECT *, replace(replace(replace(replace(folded_name, 'ı', 'i'), 'ł', 'l'), 'ø', 'o'), 'đ', 'd') AS folded
      FROM participant_before);
DROP TABLE participant_before;
-- A search reads this index alone, in the order of the list, and stops when the list is full.
CREATE INDEX participant_in_order ON participant (folded_name, id, search, number, merged_into);
CREATE INDEX participant_of_birth_date ON participant (birth_date);
CREATE INDEX participant_of_phone ON participant (phone) WHERE phone <> '';
CREATE INDEX participant_of_email ON participant (email) WHERE email IS NOT NULL;
CREATE INDEX participant_merged ON participant (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX referral_of_prescriber ON referral (prescriber_id);
CREATE INDEX seat_of_participant ON seat (participant_id);
CREATE INDEX appointment_of_participant ON appointment (participant_id);

-- Two people who look alike and are not the same: somebody said so.
CREATE TABLE distinct_pair (
    one_id   TEXT NOT NULL REFERENCES participant (id),
    other_id TEXT NOT NULL REFERENCES participant (id),
    at       TEXT NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (one_id, other_id),
    CONSTRAINT a_pair_is_written_once CHECK (one_id < other_id)
) STRICT;

-- Two files made one. What moved is remembered row by row, so that the merge can be undone.
CREATE TABLE merge (
    id          TEXT NOT NULL PRIMARY KEY,
    kept_id     TEXT NOT NULL REFERENCES participant (id),
    absorbed_id TEXT NOT NULL REFERENCES participant (id),
    at          TEXT NOT NULL,
    staff_id    TEXT NOT NULL REFERENCES staff (id),
    undone_at   TEXT,
    undone_by   TEXT REFERENCES staff (id),
    CONSTRAINT a_merge_is_undone_by_somebody CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
    CONSTRAINT a_file_is_not_merged_into_itself CHECK (kept_id <> absorbed_id)
) STRICT;
CREATE INDEX merge_of_kept ON merge (kept_id);

CREATE TABLE merge_row (
    merge_id TEXT NOT NULL REFERENCES merge (id),
    place    TEXT NOT NULL,
    row_id   TEXT NOT NULL,
    PRIMARY KEY (merge_id, place, row_id)
) STRICT;

-- What the kept file said before the merge and after it, where it changed.
CREATE TABLE merge_field (
    merge_id TEXT NOT NULL REFERENCES merge (id),
    field    TEXT NOT NULL,
    before   TEXT,
    after    TEXT,
    PRIMARY KEY (merge_id, field)
) STRICT;

-- A document seen that shows that a person belongs to a priority public.
CREATE TABLE proof (
    id             TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participant (id),
    criterion      TEXT NOT NULL,
    document       TEXT NOT NULL,
    dated          TEXT NOT NULL,
    -- Written on the document, where its criterion says so.
    until_day      TEXT,
    checked_at     TEXT NOT NULL,
    staff_id       TEXT NOT NULL REFERENCES staff (id),
    removed_at     TEXT,
    removed_by     TEXT REFERENCES staff (id),
    CONSTRAINT a_proof_is_removed_by_somebody CHECK ((removed_at IS NULL) = (removed_by IS NULL))
) STRICT;
CREATE INDEX proof_of_participant ON proof (participant_id);

-- Which column of a file is what: kept under a name, used again.
CREATE TABLE column_map (
    name    TEXT NOT NULL PRIMARY KEY,
    columns TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;
