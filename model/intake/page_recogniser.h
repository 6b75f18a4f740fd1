// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/originals.h"
#include "model/reader/descriptor.h"
#include "model/reader/reader_host.h"
#include "model/store/ocr_table.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <variant>

namespace model::intake {

/// Reads pages by OCR, one after the other: a reader draws the page, carveout-ocr reads the picture. Keeps the reader
/// of the document it was at. For one thread.
class PageRecogniser final {
public:
    PageRecogniser(std::shared_ptr<reader::ReaderHost> readers, std::shared_ptr<reader::ReaderHost> ocr,
                   const Originals &originals, const Originals &converted);

    using Outcome = std::variant<RecognisedPage, QString>; ///< or a sentence that says why it could not be read
    /// Without a word where the page shows nothing beside its own text. An Error of OCR as a whole: a program that does
    /// not start, a language that is not there; or Cancelled.
    Result<Outcome> recognise(const store::OcrTable::Waiting &page, const std::stop_token &stop);

private:
    Result<void> open(const store::OcrTable::Waiting &page);
    Result<void> openOcr();
    Result<bool> showsMoreThanText(int pageIndex, const std::stop_token &stop);
    Result<Outcome> failed(const Error &error, const std::stop_token &stop);

    const std::shared_ptr<reader::ReaderHost> m_readers;
    const std::shared_ptr<reader::ReaderHost> m_ocrPrograms;
    const Originals &m_originals;
    const Originals &m_converted;
    const reader::Descriptor m_nothing; ///< what carveout-ocr gets for a document
    std::optional<Sha256> m_document;
    std::unique_ptr<reader::DocumentReader> m_reader;
    std::unique_ptr<reader::DocumentReader> m_ocr;
};

} // namespace model::intake
