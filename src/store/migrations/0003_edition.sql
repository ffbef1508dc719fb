-- The text of every edition that was installed, decided about, or begun by somebody: a result finds the definition that made it.
CREATE TABLE edition (
    assessment   TEXT NOT NULL,
    version      TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    text         TEXT NOT NULL,
    origin       TEXT NOT NULL,
    -- The file it was installed from; empty otherwise.
    source       TEXT NOT NULL,
    state        TEXT NOT NULL,
    -- Why it was retired.
    reason       TEXT NOT NULL DEFAULT '',
    -- Who decided last; nobody when it was kept because somebody began it.
    staff_id     TEXT REFERENCES staff (id),
    at           TEXT NOT NULL,
    CONSTRAINT a_version_has_one_text PRIMARY KEY (assessment, version),
    CONSTRAINT an_origin_is_known CHECK (origin IN ('program', 'folder', 'installed')),
    CONSTRAINT an_edition_state_is_known CHECK (state IN ('pilot', 'active', 'retired'))
) STRICT;

CREATE TABLE edition_file (
    assessment TEXT NOT NULL,
    version    TEXT NOT NULL,
    path       TEXT NOT NULL,
    bytes      BLOB NOT NULL,
    PRIMARY KEY (assessment, version, path),
    FOREIGN KEY (assessment, version) REFERENCES edition (assessment, version)
) STRICT;
