// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/mailbox_document.h"

#include "model/reader/document_device.h"
#include "model/reader/protocol.h"

#include <QRegularExpression>

#include <algorithm>

namespace model::reader {
namespace {

constexpr qint64 blockBytes = qint64(1) << 20;
constexpr qint64 longestSeparator = 512;
constexpr qint64 emptyLine = 3; // bytes before a line that tell whether the one above is empty

} // namespace

bool partsMails(const QByteArray &line)
{
    static const QRegularExpression separator(
        QStringLiteral("^From \\S+.*\\d{1,2}:\\d\\d.*\\d{4}|^From \\S+@\\S+ *$|^From - "));
    return separator.match(QString::fromLatin1(line)).hasMatch();
}

MailboxDocument::MailboxDocument(DocumentDevice &device)
    : m_device(device)
{
}

bool MailboxDocument::holdsOne() const
{
    return nextSeparator(afterLine(0)) >= m_device.size();
}

Result<std::optional<ArchiveEntry>> MailboxDocument::next()
{
    if (m_separator >= m_device.size())
        return std::optional<ArchiveEntry>();
    m_position = afterLine(m_separator);
    m_separator = nextSeparator(m_position);
    m_end = m_separator;
    const ArchiveEntry entry{QStringLiteral("%1.eml").arg(++m_number, 6, 10, QLatin1Char('0')), m_end - m_position};
    return std::optional(entry);
}

Result<QByteArray> MailboxDocument::bytes()
{
    const QByteArray some =
        m_device.bytesAt(m_position, std::min<qint64>(maximumEntryBytes, std::max<qint64>(m_end - m_position, 0)));
    m_position += some.size();
    return some;
}

qint64 MailboxDocument::nextSeparator(qint64 position) const
{
    static const QByteArray start("\nFrom ");
    for (qint64 at = std::max<qint64>(position - emptyLine, 0); at < m_device.size(); at += blockBytes) {
        // What begins in this block, though it may end in the next.
        const qint64 before = std::min(at, emptyLine);
        const QByteArray block = m_device.bytesAt(at - before, before + blockBytes + longestSeparator);
        for (qsizetype found = block.indexOf(start, before); found >= 0 && found < before + blockBytes;
             found = block.indexOf(start, found + 1)) {
            const bool afterEmpty = (found > 0 && block[found - 1] == '\n') ||
                                    (found > 1 && block[found - 1] == '\r' && block[found - 2] == '\n');
            const qsizetype end = block.indexOf('\n', found + 1);
            const QByteArray line = block.mid(found + 1, (end < 0 ? block.size() : end) - found - 1).trimmed();
            const qint64 place = at - before + found + 1;
            if (afterEmpty && place > position && partsMails(line))
                return place;
        }
    }
    return m_device.size();
}

qint64 MailboxDocument::afterLine(qint64 position) const
{
    for (qint64 at = position; at < m_device.size(); at += blockBytes) {
        const qsizetype end = m_device.bytesAt(at, blockBytes).indexOf('\n');
        if (end >= 0)
            return at + end + 1;
    }
    return m_device.size();
}

} // namespace model::reader
