-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conventions as in step 1.

-- Any word of a FileKind: a list of them here would have to be made anew with each kind of file that is read.
ALTER TABLE document RENAME COLUMN kind TO former_kind;
ALTER TABLE document ADD COLUMN kind TEXT NOT NULL DEFAULT 'unknown' CHECK (kind <> '');
UPDATE document SET kind = former_kind;
ALTER TABLE document DROP COLUMN former_kind;

-- What was read from the originals; can be thrown away and read again ----------------------------------------------------

-- Pages whose own text does not do. state: 'read', page.text is what OCR found; 'kept', OCR found nothing better than the
-- page's own. languages as Tesseract calls them, joined by '+'. confidence in percent; turns, quarters clockwise that set
-- the page upright; skew, degrees; words: where each word of page.text stands, see model/store/ocr_words.
CREATE TABLE page_ocr (
    page       INTEGER PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
    need       TEXT    NOT NULL CHECK (need IN ('no text', 'garbled', 'little text')),
    state      TEXT    NOT NULL CHECK (state IN ('waiting', 'read', 'kept', 'failed')),
    languages  TEXT    NOT NULL DEFAULT '',
    confidence INTEGER CHECK (confidence BETWEEN 0 AND 100),
    turns      INTEGER NOT NULL DEFAULT 0 CHECK (turns BETWEEN 0 AND 3),
    skew       REAL    NOT NULL DEFAULT 0,
    reason     TEXT    NOT NULL DEFAULT '',
    words      BLOB
) STRICT;
CREATE INDEX page_ocr_waiting ON page_ocr (page) WHERE state = 'waiting';
CREATE INDEX page_ocr_by_confidence ON page_ocr (confidence, page) WHERE confidence IS NOT NULL;

-- Which languages OCR is to expect, the main one first; no row for English.
CREATE TABLE ocr_language (
    place    INTEGER PRIMARY KEY,
    language TEXT    NOT NULL UNIQUE CHECK (language <> '')
) STRICT;
