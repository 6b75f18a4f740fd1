-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tables WITHOUT ROWID name the columns of their key first: the integrity check of SQLite 3.40 takes others for NULL.
-- Ids that decisions made are 16-byte UUIDs, hashes 32 bytes, times UTC milliseconds since 1970, pages counted from 0,
-- offsets UTF-16 units of page.text.

-- What was taken in -----------------------------------------------------------------------------------------------------

CREATE TABLE bundle (
    id          INTEGER PRIMARY KEY,
    label       TEXT    NOT NULL,
    imported_ms INTEGER NOT NULL
) STRICT;

-- AUTOINCREMENT: the number of a withdrawn document is never given to another one.
CREATE TABLE document (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256      BLOB    NOT NULL UNIQUE CHECK (length(sha256) = 32),
    size        INTEGER NOT NULL CHECK (size >= 0),
    kind        TEXT    NOT NULL CHECK (kind IN ('unknown', 'pdf', 'archive')),
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'read', 'refused')),
    reason      TEXT    NOT NULL DEFAULT '',
    reason_text TEXT    NOT NULL DEFAULT '',
    page_count  INTEGER NOT NULL DEFAULT 0 CHECK (page_count BETWEEN 0 AND 1048576),
    own_title   TEXT    NOT NULL DEFAULT '',
    facts       TEXT    NOT NULL DEFAULT '{}',
    complaints  TEXT    NOT NULL DEFAULT '[]',
    text_version TEXT   NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX document_by_state ON document (state) WHERE state <> 'read';

-- Every place a document was found at. receipt is the journal entry that vouches for it; NULL until that is written.
CREATE TABLE origin (
    id       INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
    bundle   INTEGER NOT NULL REFERENCES bundle (id) ON DELETE RESTRICT,
    path     TEXT    NOT NULL,
    receipt  INTEGER,
    UNIQUE (document, path)
) STRICT;
CREATE INDEX origin_by_bundle ON origin (bundle);
CREATE INDEX origin_without_receipt ON origin (id) WHERE receipt IS NULL;

-- What was read from the originals; can be thrown away and read again ----------------------------------------------------

-- id = document number * 1048576 + page index: page order is row order.
CREATE TABLE page (
    id                INTEGER PRIMARY KEY,
    document          INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
    width             REAL    NOT NULL,
    height            REAL    NOT NULL,
    label             TEXT    NOT NULL DEFAULT '',
    fonts_substituted INTEGER NOT NULL DEFAULT 0 CHECK (fonts_substituted IN (0, 1)),
    text              TEXT    NOT NULL,
    CHECK (id / 1048576 = document)
) STRICT;

-- Kept by model/store/page_index, in the transaction that writes the pages.
CREATE VIRTUAL TABLE page_index USING fts5 (text, content = 'page', content_rowid = 'id', tokenize = 'carveout_text');

-- The last words of a page with the first ones of the next; rowid is the id of the first page.
CREATE VIRTUAL TABLE page_joint USING fts5 (words, content = '', columnsize = 0, tokenize = 'carveout_words');

-- Each word of the index once, for fuzzy search; and on how many pages each is.
CREATE TABLE term (
    term TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE term_count USING fts5vocab (page_index, 'row');

-- By which rules the words of the index were broken; no row while nothing is indexed.
CREATE TABLE index_state (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    words TEXT    NOT NULL
) STRICT;

-- What the journal adds up to ----------------------------------------------------------------------------------------------

CREATE TABLE holder (
    place INTEGER PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE
) STRICT;

-- Partners and permissions. root: itself, or whom it was merged into, all the way.
CREATE TABLE subject (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind        TEXT NOT NULL CHECK (kind IN ('partner', 'permission')),
    name        TEXT NOT NULL CHECK (name <> ''),
    name_key    TEXT NOT NULL,
    merged_into BLOB REFERENCES subject (id) ON DELETE RESTRICT,
    root        BLOB NOT NULL REFERENCES subject (id) ON DELETE RESTRICT,
    UNIQUE (kind, name_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX subject_by_merged_into ON subject (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX subject_by_root ON subject (root);

CREATE TABLE alias (
    subject   BLOB NOT NULL REFERENCES subject (id) ON DELETE RESTRICT,
    alias_key TEXT NOT NULL,
    alias     TEXT NOT NULL CHECK (alias <> ''),
    PRIMARY KEY (subject, alias_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_by_key ON alias (alias_key);

CREATE TABLE tag (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind       TEXT    NOT NULL CHECK (kind IN ('partner', 'permission', 'evidence')),
    document   INTEGER NOT NULL REFERENCES document (number) ON DELETE RESTRICT,
    first_page INTEGER NOT NULL CHECK (first_page >= 0),
    start      INTEGER NOT NULL CHECK (start >= 0),
    last_page  INTEGER NOT NULL CHECK (last_page IN (first_page, first_page + 1)),
    "end"      INTEGER NOT NULL CHECK ("end" >= 0),
    quote      TEXT    NOT NULL,
    prefix     TEXT    NOT NULL,
    suffix     TEXT    NOT NULL,
    subject    BLOB    REFERENCES subject (id) ON DELETE RESTRICT,
    author     TEXT    NOT NULL,
    decided_ms INTEGER NOT NULL,
    CHECK (kind <> 'evidence' OR subject IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_by_page ON tag (document, first_page, last_page);
CREATE INDEX tag_by_subject ON tag (subject) WHERE subject IS NOT NULL;
CREATE INDEX tag_by_kind ON tag (kind, document, first_page, last_page);

CREATE TABLE evidence_link (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    evidence   BLOB NOT NULL REFERENCES tag (id) ON DELETE RESTRICT,
    partner    BLOB NOT NULL REFERENCES subject (id) ON DELETE RESTRICT,
    permission BLOB NOT NULL REFERENCES subject (id) ON DELETE RESTRICT,
    stance     TEXT NOT NULL CHECK (stance IN ('supports', 'denies', 'ended', 'planned', 'context')),
    author     TEXT NOT NULL,
    decided_ms INTEGER NOT NULL,
    UNIQUE (evidence, partner, permission)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_link_by_finding ON evidence_link (partner, permission);
CREATE INDEX evidence_link_by_permission ON evidence_link (permission);
CREATE INDEX evidence_link_by_stance ON evidence_link (stance, evidence);

-- Only what the reporter concluded; a finding with links alone has no row here.
CREATE TABLE finding (
    partner     BLOB NOT NULL REFERENCES subject (id) ON DELETE RESTRICT,
    permission  BLOB NOT NULL REFERENCES subject (id) ON DELETE RESTRICT,
    verdict     TEXT NOT NULL DEFAULT 'open'
                CHECK (verdict IN ('open', 'alleged', 'confirmed', 'disputed', 'dismissed')),
    period_from TEXT NOT NULL DEFAULT '',
    period_to   TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (partner, permission)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_by_permission ON finding (permission);

CREATE TABLE note (
    id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    target TEXT NOT NULL,
    text   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX note_by_target ON note (target);

CREATE TABLE page_read (
    document     INTEGER NOT NULL REFERENCES document (number) ON DELETE RESTRICT,
    page_index   INTEGER NOT NULL CHECK (page_index >= 0),
    by_scrolling INTEGER NOT NULL CHECK (by_scrolling IN (0, 1)),
    PRIMARY KEY (document, page_index)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_title (
    document INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE RESTRICT,
    title    TEXT NOT NULL CHECK (title <> '')
) STRICT;

-- Derived from the tables above, kept in the transaction that changes them --------------------------------------------------

-- How many evidence passages a finding has by stance, and in how many documents; merges are not folded in here.
CREATE TABLE finding_count (
    partner    BLOB    NOT NULL,
    permission BLOB    NOT NULL,
    supports   INTEGER NOT NULL DEFAULT 0,
    denies     INTEGER NOT NULL DEFAULT 0,
    ended      INTEGER NOT NULL DEFAULT 0,
    planned    INTEGER NOT NULL DEFAULT 0,
    context    INTEGER NOT NULL DEFAULT 0,
    documents  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (partner, permission)
) STRICT, WITHOUT ROWID;

-- How many evidence passages a finding has in each document.
CREATE TABLE finding_document (
    partner    BLOB    NOT NULL,
    permission BLOB    NOT NULL,
    document   INTEGER NOT NULL,
    passages   INTEGER NOT NULL,
    PRIMARY KEY (partner, permission, document)
) STRICT, WITHOUT ROWID;

-- The journal ----------------------------------------------------------------------------------------------------------------

-- hash covers every other column and the hash of the entry before it; payload_hash covers the hashes of the parts, so that
-- a part can be erased and the chain still holds.
CREATE TABLE journal (
    seq           INTEGER PRIMARY KEY CHECK (seq >= 1),
    kind          TEXT    NOT NULL CHECK (kind IN ('decision', 'undo', 'redo', 'receipt', 'withdrawal')),
    author        TEXT    NOT NULL,
    time_ms       INTEGER NOT NULL,
    target        INTEGER NOT NULL DEFAULT 0, -- the entry that an undo or redo takes back; 0 for the others
    payload_hash  BLOB    NOT NULL CHECK (length(payload_hash) = 32),
    previous_hash BLOB    NOT NULL CHECK (length(previous_hash) = 32),
    hash          BLOB    NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;

-- hash = SHA-256 of salt and payload; the salt keeps a short erased payload from being guessed from its hash.
CREATE TABLE journal_part (
    seq     INTEGER NOT NULL REFERENCES journal (seq) ON DELETE RESTRICT,
    place   INTEGER NOT NULL CHECK (place >= 0),
    salt    BLOB    CHECK (salt IS NULL OR length(salt) = 16),
    payload TEXT,
    hash    BLOB    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (seq, place),
    CHECK ((salt IS NULL) = (payload IS NULL))
) STRICT, WITHOUT ROWID;
