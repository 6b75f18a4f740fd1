-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conventions as in step 1. Found in the text of the pages when they are read; goes with them.

-- Numbers of a running series that were stamped on the pages. number_key: its letters and digits, large.
CREATE TABLE bates_number (
    page       INTEGER PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
    number     TEXT NOT NULL CHECK (number <> ''),
    number_key TEXT NOT NULL
) STRICT;
CREATE INDEX bates_number_by_key ON bates_number (number_key);

-- ISO 639-1; no row where it cannot be told.
CREATE TABLE page_language (
    page     INTEGER PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language <> '')
) STRICT;

-- Days that the text names. page: the first that does; day: as text, "2016-03-05".
CREATE TABLE text_date (
    page INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    day  TEXT    NOT NULL,
    PRIMARY KEY (page, day)
) STRICT, WITHOUT ROWID;
