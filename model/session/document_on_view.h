// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_frame.h"
#include "model/session/case_file.h"

namespace model::session {

/// All that a view asks about a document before its pages are read.
struct DocumentOnView {
    Document document;
    QString file; ///< path of what its pages are read from: the original, or the PDF that was made of it
    std::vector<PageFrame> frames;
    std::vector<bool> pagesRead;
    QString remembered; ///< how it was left, see model/session/remembered.h
};

Result<DocumentOnView> documentOnView(const CaseFile &file, const Sha256 &document);

} // namespace model::session
