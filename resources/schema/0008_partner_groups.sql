-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conventions as in step 1.

-- What the journal adds up to ----------------------------------------------------------------------------------------------

-- What the reporter counts a partner among: "banks", "device makers". Each partner's own, also while it is merged.
CREATE TABLE partner_group (
    partner BLOB NOT NULL PRIMARY KEY REFERENCES subject (id) ON DELETE RESTRICT,
    name    TEXT NOT NULL CHECK (name <> '')
) STRICT, WITHOUT ROWID;
