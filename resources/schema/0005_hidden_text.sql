-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conventions as in step 1.

-- Words of a page that whoever made the file hid. Read from the originals with the page, and goes with it. start, end: of
-- page.text; the others: 0..1 of the page's width and height.
CREATE TABLE hidden_passage (
    page   INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    start  INTEGER NOT NULL CHECK (start >= 0),
    "end"  INTEGER NOT NULL CHECK ("end" > start),
    left   REAL    NOT NULL,
    top    REAL    NOT NULL,
    right  REAL    NOT NULL,
    bottom REAL    NOT NULL,
    reason TEXT    NOT NULL
           CHECK (reason IN ('under a box', 'under a picture', 'in the colour of the background', 'invisible', 'tiny',
                             'outside the page', 'cut off', 'marked for redaction')),
    PRIMARY KEY (page, start)
) STRICT, WITHOUT ROWID;
