// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/document_device.h"

#include <algorithm>
#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace model::reader {
namespace {

// Poppler reads a kilobyte here and there: a block is large enough to make a call of the kernel rare, and there are
// enough of them that the cross-reference table and the pages do not push each other out.
constexpr qint64 blockSize = 64 * 1024;
constexpr std::size_t blockCount = 32;

QByteArray readBlock(int descriptor, qint64 position)
{
    QByteArray bytes(blockSize, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < blockSize) {
        const ssize_t got =
            pread(descriptor, bytes.data() + filled, static_cast<std::size_t>(blockSize - filled), position + filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        filled += got;
    }
    bytes.truncate(filled);
    return bytes;
}

} // namespace

DocumentDevice::DocumentDevice(int descriptor)
    : m_descriptor(descriptor)
    , m_blocks(blockCount)
{
    struct stat status {};
    if (fstat(descriptor, &status) == 0)
        m_size = status.st_size;
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

QByteArray DocumentDevice::bytesAt(qint64 position, qint64 length)
{
    QByteArray bytes(std::clamp<qint64>(m_size - position, 0, length), Qt::Uninitialized);
    bytes.truncate(copyFrom(position, bytes.data(), bytes.size()));
    return bytes;
}

qint64 DocumentDevice::readData(char *into, qint64 length)
{
    return copyFrom(pos(), into, length);
}

qint64 DocumentDevice::copyFrom(qint64 position, char *into, qint64 length)
{
    qint64 copied = 0;
    while (copied < length) {
        const QByteArray &bytes = block((position + copied) / blockSize);
        const qint64 offset = (position + copied) % blockSize;
        const qint64 part = std::min(bytes.size() - offset, length - copied);
        if (part <= 0)
            break;
        std::copy_n(bytes.constData() + offset, part, into + copied);
        copied += part;
    }
    return copied;
}

const QByteArray &DocumentDevice::block(qint64 number)
{
    Block &kept = m_blocks[static_cast<std::size_t>(number) % blockCount];
    if (kept.number != number) {
        kept.bytes = readBlock(m_descriptor, number * blockSize);
        kept.number = number;
    }
    return kept.bytes;
}

} // namespace model::reader
