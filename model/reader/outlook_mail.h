// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/mail_document.h"

namespace model::reader {

/// A mail as Outlook saves it (.msg). A mail attached to it is read with it, on the same pages, and its attachments are
/// given with the others. Unsupported when it is a file of another program; TooLarge; Damaged.
Result<OpenedMail> openOutlookMail(DocumentDevice &device);

} // namespace model::reader
