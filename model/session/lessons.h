// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/corpus.h"
#include "model/session/case_file.h"

namespace model::session {

/// What the decisions of a case teach the annotation model: a text a document, of the pages that were decided on, with
/// their tags and links. Confirmed in it, so that what has no tag is none: pages that are marked as read, evidence that
/// is linked and has partner and permission tagged, and passages that were rejected. By the hash of the document, so
/// that the same decisions teach the same in whatever order documents came in.
Result<std::vector<annotate::GoldDocument>> lessonsOf(const CaseFile &file);

/// Equal for lessons that teach the same.
Sha256 digestOf(const std::vector<annotate::GoldDocument> &lessons);

} // namespace model::session
