// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/document.h"
#include "model/domain/document_traits.h"
#include "model/domain/page_content.h"
#include "model/intake/originals.h"
#include "model/intake/refusal.h"
#include "model/intake/suggesting.h"
#include "model/reader/reader_host.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace model::intake {

/// A document to be read.
struct ReadingTask {
    qint64 number = 0;
    Sha256 sha256;
    qint64 size = 0;
    QByteArray password = {};
    bool isGuess = false;                      ///< the password was given for another document
    std::optional<Conversion> conversion = {}; ///< what is read in its place
    bool isAnew = false;                       ///< it was read before and keeps its pages until others come
};

/// Pages of a document, in order. Most documents come in one piece; one with very much text comes in several, so that
/// the memory needed does not grow with it.
struct PagesRead {
    qint64 number = 0;
    int firstPage = 0;
    std::vector<PageText> pages;
    bool isAnew = false; ///< the first ones take the place of all that were there
};
/// What is suggested on pages of a document, after these.
struct SuggestionsMade {
    qint64 number = 0;
    Suggestions suggestions;
};
/// The end of a document: comes after all its pages.
struct DocumentRead {
    qint64 number = 0;
    Sha256 sha256;
    DocumentFacts facts;
    int pageCount = 0;
    QStringList complaints;
    DocumentTraits traits;
    bool holdsFiles = false;                   ///< a PDF with files inside
    std::optional<Conversion> conversion = {}; ///< what was read in its place
};
/// A document of an office program, which has no pages before it is converted.
struct OfficeFound {
    qint64 number = 0;
    Sha256 sha256;
    DocumentFacts facts;
};
struct DocumentRefused {
    qint64 number = 0;
    Sha256 sha256;
    Refusal refusal;
    QStringList complaints;
};
using ReadingPiece = std::variant<PagesRead, SuggestionsMade, DocumentRead, DocumentRefused, OfficeFound>;
using ReadingPieces = std::vector<ReadingPiece>;

/// Reads one document in a reader of its own and gives what it holds to `sink`, with its weight in bytes; whatever is
/// wrong with the document ends in a DocumentRefused, and one of an office program in an OfficeFound. `originals` has
/// the bytes to read: those of the document, or of its conversion. A damaged page becomes an empty one and a complaint.
/// The Error is one of the reader as a whole, or Cancelled. `suggesting` may be null: then nothing is suggested.
Result<void> readDocument(reader::ReaderHost &host, const Originals &originals, const ReadingTask &task,
                          const Suggesting *suggesting, const std::stop_token &stop,
                          const std::function<bool(ReadingPieces, qint64)> &sink);

} // namespace model::intake
