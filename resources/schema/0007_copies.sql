-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conventions as in step 1.

-- What the journal adds up to ----------------------------------------------------------------------------------------------

-- What the reporter said of a document, whatever its text: that it is a copy of another one, or (NULL) of none.
CREATE TABLE copy_decision (
    document INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE RESTRICT,
    copy_of  INTEGER REFERENCES document (number) ON DELETE RESTRICT,
    CHECK (copy_of IS NOT document)
) STRICT;
CREATE INDEX copy_decision_by_copy_of ON copy_decision (copy_of) WHERE copy_of IS NOT NULL;

-- What is found in the text; can be thrown away and found again ------------------------------------------------------------

-- same, sketch: see model/copies/sketch.h; NULL where there are too few words. leader: the first document that this one
-- is a copy of, itself for none; NULL: not looked for yet. likeness: to the leader, 1 for the same words.
CREATE TABLE copy_text (
    document INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE,
    words    INTEGER NOT NULL CHECK (words >= 0),
    same     BLOB    CHECK (same IS NULL OR length(same) = 32),
    sketch   BLOB    CHECK (sketch IS NULL OR length(sketch) = 256),
    leader   INTEGER,
    likeness REAL    NOT NULL DEFAULT 1 CHECK (likeness BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX copy_text_by_leader ON copy_text (leader);

-- Documents that count as one independent source, by what is found and what is decided. origin: the first of them. A
-- document that counts alone has no row.
CREATE TABLE copy_group (
    document INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE,
    origin   INTEGER NOT NULL
) STRICT;
CREATE INDEX copy_group_by_origin ON copy_group (origin);

-- finding_count.documents: independent ones from now on, of which copies are one.
CREATE INDEX finding_document_by_document ON finding_document (document);
