-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conventions as in step 1.

-- What the journal adds up to ----------------------------------------------------------------------------------------------

-- Suggestions the reporter said no to: a passage that is no partner, permission or evidence, or ('link') that is not
-- evidence of the finding. name: of the tag, or of the link's partner.
CREATE TABLE rejection (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind       TEXT    NOT NULL CHECK (kind IN ('partner', 'permission', 'evidence', 'link')),
    document   INTEGER NOT NULL REFERENCES document (number) ON DELETE RESTRICT,
    first_page INTEGER NOT NULL CHECK (first_page >= 0),
    start      INTEGER NOT NULL CHECK (start >= 0),
    last_page  INTEGER NOT NULL CHECK (last_page IN (first_page, first_page + 1)),
    "end"      INTEGER NOT NULL CHECK ("end" >= 0),
    quote      TEXT    NOT NULL,
    prefix     TEXT    NOT NULL,
    suffix     TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    permission TEXT    NOT NULL DEFAULT '',
    stance     TEXT    NOT NULL DEFAULT ''
               CHECK (stance IN ('', 'supports', 'denies', 'ended', 'planned', 'context')),
    author     TEXT    NOT NULL,
    decided_ms INTEGER NOT NULL,
    quote_key  INTEGER NOT NULL, -- equal for the same words
    CHECK ((kind = 'link') = (permission <> '') AND (kind = 'link') = (stance <> '')),
    CHECK ((kind = 'evidence') = (name = ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX rejection_by_document ON rejection (document);
CREATE INDEX rejection_by_quote ON rejection (quote_key);

-- Names that are never a partner. document: the only one that the name was met in when it was blocked.
CREATE TABLE blocked_name (
    name_key TEXT    NOT NULL PRIMARY KEY,
    name     TEXT    NOT NULL CHECK (name <> ''),
    document INTEGER REFERENCES document (number) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
CREATE INDEX blocked_name_by_document ON blocked_name (document) WHERE document IS NOT NULL;

-- What the annotation model suggests; can be thrown away and made again --------------------------------------------------

-- id: a hash of what is suggested and where. is_open: the reporter has not decided; kept in step with the decided tables
-- in the transaction that changes them.
CREATE TABLE suggestion_tag (
    id         INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
    first_page INTEGER NOT NULL CHECK (first_page >= 0),
    start      INTEGER NOT NULL CHECK (start >= 0),
    last_page  INTEGER NOT NULL CHECK (last_page IN (first_page, first_page + 1)),
    "end"      INTEGER NOT NULL CHECK ("end" >= 0),
    quote      TEXT    NOT NULL,
    prefix     TEXT    NOT NULL,
    suffix     TEXT    NOT NULL,
    quote_key  INTEGER NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('partner', 'permission', 'evidence')),
    name       TEXT    NOT NULL,
    name_key   TEXT    NOT NULL,
    score      REAL    NOT NULL CHECK (score BETWEEN 0 AND 1),
    is_open    INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;
CREATE INDEX suggestion_tag_by_page ON suggestion_tag (document, first_page, is_open);
CREATE INDEX suggestion_tag_by_quote ON suggestion_tag (quote_key);
CREATE INDEX suggestion_tag_by_name ON suggestion_tag (name_key) WHERE name_key <> '';
CREATE INDEX suggestion_tag_by_score ON suggestion_tag (score) WHERE is_open = 1;

-- evidence, partner_tag and permission_tag are rows of suggestion_tag, of the same document; open or not.
CREATE TABLE suggestion_link (
    id             INTEGER PRIMARY KEY,
    document       INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
    evidence       INTEGER NOT NULL,
    partner_tag    INTEGER,
    permission_tag INTEGER,
    partner        TEXT    NOT NULL CHECK (partner <> ''),
    partner_key    TEXT    NOT NULL,
    permission     TEXT    NOT NULL CHECK (permission <> ''),
    stance         TEXT    NOT NULL CHECK (stance IN ('supports', 'denies', 'ended', 'planned', 'context')),
    period_from    TEXT    NOT NULL DEFAULT '',
    period_to      TEXT    NOT NULL DEFAULT '',
    speaker        TEXT    NOT NULL DEFAULT '',
    score          REAL    NOT NULL CHECK (score BETWEEN 0 AND 1),
    is_open        INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;
CREATE INDEX suggestion_link_by_document ON suggestion_link (document);
CREATE INDEX suggestion_link_by_evidence ON suggestion_link (evidence);
CREATE INDEX suggestion_link_by_partner ON suggestion_link (partner_key);
CREATE INDEX suggestion_link_by_finding ON suggestion_link (partner, permission, stance, document, score)
    WHERE is_open = 1;
CREATE INDEX suggestion_link_by_score ON suggestion_link (score) WHERE is_open = 1;

-- What a document's suggestions rest on: model, holders, known names. No row: none were made yet.
CREATE TABLE suggestion_basis (
    document INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE,
    basis    BLOB NOT NULL CHECK (length(basis) = 32),
    model    TEXT NOT NULL
) STRICT;

-- What the annotation model learned from ---------------------------------------------------------------------------------

-- The weights that the case's own lessons go on from, taken over from another case; no row for the shipped ones.
CREATE TABLE learning (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    weights BLOB    NOT NULL
) STRICT;

-- Pages decided on before the reporter reset what was learned: they teach nothing.
CREATE TABLE forgotten_page (
    document   INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
    page_index INTEGER NOT NULL CHECK (page_index >= 0),
    PRIMARY KEY (document, page_index)
) STRICT, WITHOUT ROWID;
