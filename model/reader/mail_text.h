// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/mail_parts.h"

#include <QString>
#include <QStringList>

namespace model::reader {

struct MailText {
    QString text;
    QString encoding; ///< of the first text in it; empty when there is none
};

/// A mail as it is shown: who, to whom, when and about what, then what it says, plain or made so.
MailText textOfMail(GMimeMessage *message, const MailParts &parts, const QStringList &attachments);

/// Lines that a mail program broke for the wire, each but the last of a paragraph ending in a blank, put together again
/// (RFC 3676). Quoted lines stay as they are. `dropBlank`: the blank is no part of the text.
QString unflowed(const QString &text, bool dropBlank);

} // namespace model::reader
