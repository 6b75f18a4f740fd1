// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/entry_source.h"

#include <QByteArray>

namespace model::reader {

class DocumentDevice;

/// Whether the line, without its end, is one that parts two mails. A sentence may begin with "From" too.
bool partsMails(const QByteArray &line);

/// A file of mails one behind another, as mail programs on Unix keep them: each begins with a line "From sender date".
/// Gives each mail as it stands there, named by its number.
class MailboxDocument final : public EntrySource {
public:
    /// `device` must outlive this.
    explicit MailboxDocument(DocumentDevice &device);

    /// Whether there is but one mail in it.
    bool holdsOne() const;

    Result<std::optional<ArchiveEntry>> next() override;
    Result<QByteArray> bytes() override;

private:
    /// Where the next line that parts two mails begins, from `position` on; the size of the file when none comes.
    qint64 nextSeparator(qint64 position) const;
    qint64 afterLine(qint64 position) const;

    DocumentDevice &m_device;
    qint64 m_separator = 0; ///< of the next mail
    qint64 m_position = 0;  ///< what of the current one is to be given next
    qint64 m_end = 0;
    int m_number = 0;
};

} // namespace model::reader
