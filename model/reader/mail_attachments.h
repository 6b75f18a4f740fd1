// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/entry_source.h"
#include "model/reader/mail_library.h"

#include <QStringList>

#include <vector>

namespace model::reader {

/// The files that came with a mail, and the mails inside it, each under a name of its own.
class MailAttachments final : public EntrySource {
public:
    /// `parts` belong to the message.
    MailAttachments(Owned<GMimeMessage> message, std::vector<GMimeObject *> parts);

    GMimeMessage *message() const { return m_message.get(); } ///< stays its owner's
    const QStringList &names() const { return m_names; }

    Result<std::optional<ArchiveEntry>> next() override;
    Result<QByteArray> bytes() override;

private:
    const Owned<GMimeMessage> m_message;
    const std::vector<GMimeObject *> m_parts;
    QStringList m_names;
    std::size_t m_next = 0;
    QByteArray m_bytes; ///< of the current one
    qsizetype m_given = 0;
};

} // namespace model::reader
