// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/reader/entry_source.h"
#include "model/reader/text_document.h"

#include <memory>

namespace model::reader {

class DocumentDevice;

/// A mail: what it says, on pages, and the files that came with it.
struct OpenedMail {
    std::unique_ptr<TextDocument> pages;
    std::unique_ptr<EntrySource> attachments;
};

/// TooLarge for one that does not fit into a reader; Damaged when it is none after all.
Result<OpenedMail> openMail(DocumentDevice &device);

} // namespace model::reader
