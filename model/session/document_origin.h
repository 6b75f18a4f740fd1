// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/document_traits.h"
#include "model/domain/mail_threads.h"
#include "model/session/case_file.h"

#include <optional>
#include <vector>

namespace model::session {

/// All that the case knows of where a document comes from and what it says of itself.
struct DocumentOrigin {
    Document document;
    DocumentFacts facts;
    Bundle bundle;                             ///< that it first came with
    std::vector<ThreadedMail> thread;          ///< of a mail: the conversation it belongs to, in order, itself included
    TraitSummary traits = {};                  ///< what is found in its text
    std::vector<HiddenLine> hidden;            ///< what whoever made it hid
    std::optional<Conversion> conversion = {}; ///< what it is read and shown as
};

Result<TraitSummary> documentTraits(const CaseFile &file, const Document &document);
/// What the document is read and shown as; nothing where that is itself.
Result<std::optional<Conversion>> conversionOf(const CaseFile &file, const Sha256 &document);
Result<DocumentOrigin> documentOrigin(const CaseFile &file, const Sha256 &document);

} // namespace model::session
