-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conventions as in step 1.

-- How the reporter left the window: filters, columns, places. Neither decided nor derived; losing it loses no work.
CREATE TABLE remembered (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The same for one document: the place, the turn and the size it was read at.
CREATE TABLE remembered_document (
    document INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE,
    value    TEXT NOT NULL
) STRICT;
