-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conventions as in step 1.

-- Any word of a FileKind: a list of them here would have to be made anew with each kind of file that is read.
ALTER TABLE document RENAME COLUMN kind TO former_kind;
ALTER TABLE document ADD COLUMN kind TEXT NOT NULL DEFAULT 'unknown' CHECK (kind <> '');
UPDATE document SET kind = former_kind;
ALTER TABLE document DROP COLUMN former_kind;
