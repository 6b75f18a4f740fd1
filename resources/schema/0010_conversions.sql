-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conventions as in step 1. Made of the originals; can be thrown away and made again.

-- The PDF that a document of an office program is read and shown as: the file converted/ab/abcd..., by its hash. It holds
-- for the document's bytes, which never change. converter: what made it, "LibreOffice 7.4.7".
CREATE TABLE conversion (
    document  INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE,
    sha256    BLOB    NOT NULL CHECK (length(sha256) = 32),
    size      INTEGER NOT NULL CHECK (size > 0),
    converter TEXT    NOT NULL CHECK (converter <> '')
) STRICT;
