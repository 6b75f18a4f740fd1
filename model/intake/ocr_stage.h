// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/importer.h"
#include "model/intake/originals.h"
#include "model/store/ocr_table.h"

#include <deque>
#include <variant>

namespace model::intake {

/// What became of a run of OCR.
struct OcrReport {
    int read = 0; ///< pages
    int kept = 0; ///< pages on which OCR found nothing better than what they had
    int failed = 0;
    int movedTags = 0;
    int unplacedTags = 0; ///< stay where they were; their words are not on the page any more
    bool cancelled = false;
};

/// The warmed-up carveout-ocr for these languages, as Tesseract calls them.
Result<std::shared_ptr<reader::ReaderHost>> startOcr(const QString &program, const QStringList &languages);
/// carveout-ocr beside the running program.
QString ocrProgramBesideThis();

/// Reads every page that waits for OCR, the most promising first, several at once. A page's result is one transaction:
/// its text, search index, word boxes, and the tags on it, which go with their words. A run that was stopped or killed
/// goes on with the pages that are left. Suggestions of documents that changed are out of date afterwards. Made for one
/// use; works as an Importer does, with its options.
class OcrStage final {
public:
    OcrStage(const Importer::Options &options, std::shared_ptr<reader::ReaderHost> ocr, QStringList languages);

    /// Unsupported when a language is not installed.
    Result<OcrReport> run(const std::stop_token &stop);

private:
    struct Workers;
    /// A page with what OCR made of it, or why it could not.
    struct Piece {
        store::OcrTable::Waiting page;
        std::variant<RecognisedPage, QString> outcome;
    };
    Result<void> store(std::deque<Piece> &waiting);
    Result<void> storePage(store::Database &database, const Piece &piece, OcrReport &report, ImportStep &step) const;

    const Importer::Options m_options;
    const std::shared_ptr<reader::ReaderHost> m_ocr;
    const QStringList m_languages;
    const Originals m_originals;
    const Originals m_converted;
    std::vector<store::OcrTable::Waiting> m_pages;
    OcrReport m_report;
};

} // namespace model::intake
