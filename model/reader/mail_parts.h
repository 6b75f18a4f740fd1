// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/mail_library.h"

#include <QString>

#include <vector>

namespace model::reader {

/// A mail taken apart into what is read and what is a file of its own. Borrowed from the message.
struct MailParts {
    std::vector<GMimeObject *> body;        ///< texts, in order; of the same text in two forms only the better one
    std::vector<GMimeObject *> attachments; ///< files, pictures and mails inside
    bool isSigned = false;
    bool isEncrypted = false; ///< there is something that cannot be read without a key
};

MailParts partsOf(GMimeMessage *message);

/// Whether a part is text in the markup of web pages.
bool isHtml(GMimeObject *part);

} // namespace model::reader
