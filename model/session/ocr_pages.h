// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/page_reader.h"

#include <QString>

#include <functional>
#include <memory>

namespace model::session {

class CaseFile;
class CaseSession;

/// For a page whose text OCR found, its text and boxes; nothing for the others.
Result<std::optional<PageLayout>> ocrLayout(const CaseFile &file, const Sha256 &document, int pageIndex);

/// Opens readers of a document of the session's case: as openPageReader(), but pages that OCR has read are laid out by
/// what it found. The result may be called on any thread, also after the session has gone.
std::function<Result<std::unique_ptr<PageReader>>()> pageReaderOf(const CaseSession &session, const Sha256 &document,
                                                                  const QString &file);

} // namespace model::session
