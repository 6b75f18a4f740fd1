// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/reader/text_document.h"

#include <memory>

namespace model::reader {

class DocumentDevice;

// The files that are text from end to end, as documents. TooLarge when there is more text than is taken in at once.
Result<std::unique_ptr<TextDocument>> openText(DocumentDevice &device);
/// Rows of fields with a separator between them, as spreadsheets write them; as text when they are none after all.
Result<std::unique_ptr<TextDocument>> openTable(DocumentDevice &device);
/// A web page as plain text.
Result<std::unique_ptr<TextDocument>> openWebPage(DocumentDevice &device);

} // namespace model::reader
