-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conventions as in step 1.

-- PDFs that hold files, and whether these were taken out: into documents of their own, at every place of the PDF.
CREATE TABLE held_files (
    document INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE,
    taken    INTEGER NOT NULL CHECK (taken IN (0, 1))
) STRICT;
CREATE INDEX held_files_to_take ON held_files (document) WHERE taken = 0;
INSERT INTO held_files (document, taken)
SELECT number, 0 FROM document
WHERE kind = 'pdf' AND state = 'read'
  AND CASE WHEN json_valid(facts) THEN json_array_length(facts, '$.embeddedFiles') > 0 ELSE 0 END;
